// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
import createClient from "openapi-fetch";
import type { paths } from "../generated/trillet.js";
import { data, done, refused, same, type Life } from "./life.js";

interface Workspace {
  id: string;
}

/** Every request of this API names the workspace of its key; another API of the same service tells which that is. */
async function client(base: string, key: string, workspaceKey: string) {
  const answer = await fetch(`${base}/api/dev/v1/me`, { headers: { Authorization: `Bearer ${workspaceKey}` } });
  const workspace = ((await answer.json()) as Workspace).id;
  const api = createClient<paths>({ baseUrl: `${base}/v1/api`, headers: { "x-api-key": key } });
  return { api, header: { "x-workspace-id": workspace } };
}

export async function callFlows(base: string, key: string, workspaceKey: string): Promise<Life> {
  const { api, header } = await client(base, key, workspaceKey);
  const at = (id: string) => ({ params: { header, path: { id } } });
  return {
    create: async (name) => {
      const body = { name, direction: "outbound", promptType: "simple", prompt: "Be brief." } as const;
      const flow = data("create", await api.POST("/call-flows", { params: { header }, body }), 201);
      same("prompt versions", flow.promptVersions.length, 1);
      return flow._id;
    },
    name: async (id) => data("get", await api.GET("/call-flows/{id}", at(id))).name,
    rename: async (id, name) => {
      const body = { name, promptType: "simple", prompt: "Be briefer." } as const;
      const flow = data("put", await api.PUT("/call-flows/{id}", { ...at(id), body }));
      same("prompt versions", flow.promptVersions.length, 2);
      return flow.name;
    },
    ids: async () => data("list", await api.GET("/call-flows", { params: { header } })).map((flow) => flow._id),
    remove: async (id) => done("delete", await api.DELETE("/call-flows/{id}", at(id)), 200),
    refusal: async (id) => {
      const webhooks = [{ name: "w", url: "file:///etc/passwd", method: "GET" }];
      const body = { promptType: "simple" as const, webhooks };
      refused("address of a file", await api.PUT("/call-flows/{id}", { ...at(id), body }), 400);
    },
    status: async (id) => (await api.GET("/call-flows/{id}", at(id))).response.status,
  };
}

export async function folders(base: string, key: string, workspaceKey: string): Promise<Life> {
  const { api, header } = await client(base, key, workspaceKey);
  const at = (folderId: string) => ({ params: { header, path: { folderId } } });
  return {
    create: async (name) => {
      const body = { name, color: "blue", icon: "phone", flowType: "call" } as const;
      return data("create", await api.POST("/flow-folders", { params: { header }, body }), 201)._id;
    },
    name: async (id) => data("get", await api.GET("/flow-folders/{folderId}", at(id))).name,
    rename: async (id, name) =>
      data("patch", await api.PATCH("/flow-folders/{folderId}", { ...at(id), body: { name } })).name,
    ids: async () => data("list", await api.GET("/flow-folders", { params: { header } })).map((folder) => folder._id),
    remove: async (id) => done("delete", await api.DELETE("/flow-folders/{folderId}", at(id)), 200),
    refusal: async (id) => {
      const body = { color: "beige" as "blue" };
      refused("colour", await api.PATCH("/flow-folders/{folderId}", { ...at(id), body }), 400);
    },
    status: async (id) => (await api.GET("/flow-folders/{folderId}", at(id))).response.status,
  };
}
