// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/flownally.js";
import { data, done, refused, same, type Life } from "./life.js";

type Definition = components["schemas"]["ChatbotWorkflowDefinition"];

const graph: Definition = {
  nodes: [
    { id: "s", type: "start", data: {} },
    { id: "e", type: "end", data: {} },
  ],
  edges: [{ id: "e1", source: "s", target: "e" }],
};

function client(base: string, key: string) {
  return createClient<paths>({ baseUrl: `${base}/v1`, headers: { Authorization: `Bearer ${key}` } });
}

export function chatbots(base: string, key: string): Life {
  const api = client(base, key);
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: async (name) =>
      data("create", await api.POST("/chatbots", { body: { name, teamIds: ["team_a"], draft: graph } }), 201).id,
    name: async (id) => data("get", await api.GET("/chatbots/{id}", at(id))).name,
    rename: async (id, name) => data("patch", await api.PATCH("/chatbots/{id}", { ...at(id), body: { name } })).name,
    ids: async () => data("list", await api.GET("/chatbots", { params: { query: { pageSize: 200 } } })).chatbots.map((c) => c.id),
    publish: async (id) => {
      const version = data("publish", await api.POST("/chatbots/{id}/publish", at(id)));
      same("chatbotId", version.chatbotId, id);
      same("definition", version.definition, graph);
      const path = { id, versionId: version.id };
      same("version", data("version", await api.GET("/chatbots/{id}/versions/{versionId}", { params: { path } })), version);
      same("versions", data("versions", await api.GET("/chatbots/{id}/versions", at(id))).totalSize, 1);
    },
    activate: async (id) => data("activate", await api.POST("/chatbots/{id}/activate", at(id))).status,
    pause: async (id) => data("pause", await api.POST("/chatbots/{id}/pause", at(id))).status,
    remove: async (id) => done("delete", await api.DELETE("/chatbots/{id}", at(id))),
    refusal: async (id) => {
      const problem = refused("blank name", await api.PATCH("/chatbots/{id}", { ...at(id), body: { name: " " } }), 422);
      same("code", (problem as components["schemas"]["ProblemDetails"]).errors?.[0]?.field, "/name");
    },
    status: async (id) => (await api.GET("/chatbots/{id}", at(id))).response.status,
  };
}

export function journeys(base: string, key: string): Life {
  const api = client(base, key);
  const at = (id: string) => ({ params: { path: { id } } });
  return {
    create: async (name) => {
      const body = { name, definition: graph, triggerConfig: { event: "contact.created" } };
      const journey = data("create", await api.POST("/journeys", { body }), 201);
      same("entryMode", journey.entryMode, "once");
      return journey.id;
    },
    name: async (id) => data("get", await api.GET("/journeys/{id}", at(id))).name,
    rename: async (id, name) => data("patch", await api.PATCH("/journeys/{id}", { ...at(id), body: { name } })).name,
    ids: async () => data("list", await api.GET("/journeys", { params: { query: { pageSize: 200 } } })).journeys.map((j) => j.id),
    publish: async (id) => {
      const version = data("publish", await api.POST("/journeys/{id}/publish", at(id)));
      same("journeyId", version.journeyId, id);
    },
    activate: async (id) => data("activate", await api.POST("/journeys/{id}/activate", at(id))).status,
    pause: async (id) => data("pause", await api.POST("/journeys/{id}/pause", at(id))).status,
    remove: async (id) => done("delete", await api.DELETE("/journeys/{id}", at(id))),
    refusal: async (id) => {
      // A chatbot of this id there is not.
      refused("not a chatbot", await api.GET("/chatbots/{id}", at(id)), 404);
    },
    status: async (id) => (await api.GET("/journeys/{id}", at(id))).response.status,
  };
}
