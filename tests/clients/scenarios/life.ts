// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

/** What a generated client gives back for one request. */
export interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** A status that every API answers when a thing of its is gone. */
const kGone = 404;

export function same(what: string, actual: unknown, wanted: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: got ${a}, expected ${b}`);
}

/** The data of an answer with this status; fails with what the service said otherwise. */
export function data<T>(what: string, answer: Answer<T>, status = 200): T {
  if (answer.response.status !== status || answer.data === undefined) {
    throw new Error(`${what}: ${answer.response.status} ${JSON.stringify(answer.error ?? answer.data)}`);
  }
  return answer.data;
}

/** The error of an answer with this status. */
export function refused<T>(what: string, answer: Answer<T>, status: number): NonNullable<unknown> {
  same(`${what}: status`, answer.response.status, status);
  if (!answer.error) throw new Error(`${what}: no error body`);
  return answer.error;
}

/** Done, with nothing to say (204) or with something (200). */
export function done<T>(what: string, answer: Answer<T>, status = 204): void {
  same(`${what}: status`, answer.response.status, status);
}

/** One kind of flow, as its API serves it. What a platform does not have is left out. */
export interface Life {
  create(name: string): Promise<string>;
  name(id: string): Promise<string>;
  rename(id: string, name: string): Promise<string>;
  ids(): Promise<string[]>;
  publish?(id: string): Promise<void>;
  activate?(id: string): Promise<string>;
  pause?(id: string): Promise<string>;
  remove(id: string): Promise<void>;
  /** Something that the description says is refused. */
  refusal(id: string): Promise<void>;
  /** Status of a get. */
  status(id: string): Promise<number>;
}

/** From the first draft to the end, with every step checked by the next one. */
export async function live(life: Life): Promise<string[]> {
  const steps: string[] = [];
  const id = await life.create("Made by a client");
  same("get after create", await life.name(id), "Made by a client");
  same("rename", await life.rename(id, "Renamed"), "Renamed");
  same("get after rename", await life.name(id), "Renamed");
  same("list", (await life.ids()).includes(id), true);
  steps.push("create", "get", "patch", "list");
  if (life.publish) {
    await life.publish(id);
    steps.push("publish");
  }
  if (life.activate && life.pause) {
    same("activate", await life.activate(id), "active");
    same("pause", await life.pause(id), "paused");
    steps.push("activate", "pause");
  }
  await life.refusal(id);
  await life.remove(id);
  same("get after delete", await life.status(id), kGone);
  same("list after delete", (await life.ids()).includes(id), false);
  steps.push("refusal", "delete");
  return steps;
}
