// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
import createClient from "openapi-fetch";
import type { paths } from "../generated/console.js";
import { data, done, refused, same, type Life } from "./life.js";

export function workflows(base: string, key: string): Life {
  const api = createClient<paths>({ baseUrl: `${base}/api/v1/console`, headers: { Authorization: `Bearer ${key}` } });
  const at = (workflowId: string) => ({ params: { path: { workflowId } } });
  return {
    create: async (name) => {
      const body = { name, system_prompt: "You help.", tags: ["client"] };
      const workflow = data("create", await api.POST("/workflows", { body }), 201).data;
      same("visibility", workflow.visibility, "private");
      const clone = { source_workflow_id: workflow.id };
      const copy = data("clone", await api.POST("/workflows/clone", { body: clone }), 201).data;
      same("tags of the copy", copy.tags, ["client"]);
      done("delete the copy", await api.DELETE("/workflows/{workflowId}", at(copy.id)), 200);
      return workflow.id;
    },
    name: async (id) => data("get", await api.GET("/workflows/{workflowId}", at(id))).data.name,
    rename: async (id, name) => data("patch", await api.PATCH("/workflows/{workflowId}", { ...at(id), body: { name } })).data.name,
    ids: async () => {
      const query = { scope: "owned", limit: 100 } as const;
      return data("list", await api.GET("/workflows", { params: { query } })).data.map((workflow) => workflow.id);
    },
    remove: async (id) => done("delete", await api.DELETE("/workflows/{workflowId}", at(id)), 200),
    refusal: async (id) => {
      const answer = await api.PATCH("/workflows/{workflowId}", { ...at(id), body: { name: " " } });
      same("code", (refused("blank name", answer, 400) as { code: string }).code, "validation_error");
    },
    status: async (id) => (await api.GET("/workflows/{workflowId}", at(id))).response.status,
  };
}
