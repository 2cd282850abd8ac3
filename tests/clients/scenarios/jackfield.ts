// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
import createClient from "openapi-fetch";
import type { paths as Chatbots } from "../generated/flownally.js";
import type { paths } from "../generated/jackfield.js";
import { data, done, refused, same, type Life } from "./life.js";

/** Our own namespace makes flows by importing files, and leaves changing them to the APIs of the platforms. */
export function imports(base: string, key: string): Life {
  const options = { headers: { Authorization: `Bearer ${key}` } };
  const api = createClient<paths>({ baseUrl: `${base}/api/jackfield/v1`, ...options });
  const chatbots = createClient<Chatbots>({ baseUrl: `${base}/v1`, ...options });
  const file = { nodes: [{ id: "s", type: "start", data: {} }], edges: [] };
  const listed = async () => data("list", await api.GET("/flows", { params: { query: { kind: "chatbot" } } })).flows;
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: async (name) => {
      const made = data("import", await api.POST("/import", { params: { query: { name } }, body: file }), 201);
      return made.flows[0]?.id ?? "";
    },
    name: async (id) => (await listed()).find((flow) => flow.id === id)?.name ?? "",
    rename: async (id, name) => data("patch", await chatbots.PATCH("/chatbots/{id}", { ...at(id), body: { name } })).name,
    ids: async () => (await listed()).map((flow) => flow.id),
    remove: async (id) => {
      done("delete", await chatbots.DELETE("/chatbots/{id}", at(id)));
      same("trash", data("trash", await api.GET("/trash")).flows.map((flow) => flow.id).includes(id), true);
      data("restore", await api.POST("/trash/{id}/restore", at(id)));
      same("problems", data("problems", await api.GET("/problems/{id}", at(id))).valid, true);
      done("delete again", await chatbots.DELETE("/chatbots/{id}", at(id)));
    },
    refusal: async (id) => {
      same("export", data("export", await api.GET("/export/{id}", at(id))), file);
      refused("limit", await api.GET("/requests", { params: { query: { limit: 0 } } }), 400);
      const log = data("requests", await api.GET("/requests", { params: { query: { status: "4xx" } } }));
      same("logged", log.requests[0]?.operation, "listRequests");
    },
    status: async (id) => (await api.GET("/problems/{id}", at(id))).response.status,
  };
}
