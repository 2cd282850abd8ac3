// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/sarufi.js";
import { data, done, refused, same, type Life } from "./life.js";

type FlowType = components["schemas"]["FlowType"];
type Definition = components["schemas"]["FlowDefinition"];

const definitions: Record<FlowType, Definition> = {
  conversation: { states: { greeting: { message: "Hi", transitions: { default: "bye" } }, bye: { message: "Bye" } } },
  meta: { version: "7.1", screens: [{ id: "A", terminal: true }] },
};

/** Flows of one type, in a chatbot that is made for them. */
export async function flows(base: string, key: string, type: FlowType): Promise<Life> {
  const api = createClient<paths>({ baseUrl: `${base}/api/dev/v1`, headers: { Authorization: `Bearer ${key}` } });
  const bot = data("chatbot", await api.POST("/chatbots", { body: { name: `For ${type} flows` } }), 201);
  const chatbot_id = bot.id;
  const inBot = { params: { path: { chatbot_id } } };
  const at = (flow_id: string) => ({ params: { path: { chatbot_id, flow_id } } });
  const one = "/chatbots/{chatbot_id}/flows/{flow_id}" as const;
  return {
    create: async (name) => {
      const flow = data("create", await api.POST("/chatbots/{chatbot_id}/flows", { ...inBot, body: { name, type } }), 201);
      same("type", flow.type, type);
      same("without a definition", flow.flow, {});
      return flow.id;
    },
    name: async (id) => data("get", await api.GET(one, at(id))).name,
    rename: async (id, name) =>
      data("patch", await api.PATCH(one, { ...at(id), body: { name, flow: definitions[type] } })).name,
    ids: async () => data("list", await api.GET("/chatbots/{chatbot_id}/flows", inBot)).items.map((f) => f.id),
    publish: async (id) => {
      same("valid", data("validate", await api.POST(`${one}/validate`, at(id))).valid, true);
      same("publish", data("publish", await api.POST(`${one}/publish`, at(id))).status, "published");
    },
    remove: async (id) => done("delete", await api.DELETE(one, at(id))),
    refusal: async (id) => {
      data("broken", await api.PATCH(one, { ...at(id), body: { flow: {} } }));
      refused("publish what is broken", await api.POST(`${one}/publish`, at(id)), 400);
    },
    status: async (id) => (await api.GET(one, at(id))).response.status,
  };
}
