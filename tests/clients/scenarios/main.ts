// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// node out/scenarios/main.js ADDRESS {"<api>": "<key>", ...}
import { workflows } from "./console.js";
import { chatbots, journeys } from "./flownally.js";
import { imports } from "./jackfield.js";
import { live, type Life } from "./life.js";
import { flows } from "./sarufi.js";
import { callFlows, folders } from "./trillet.js";

type Keys = Record<string, string>;
type Scenario = (base: string, key: string, keys: Keys) => Life | Promise<Life>;

/** Every kind of every API; an API without a line here fails the run. */
const scenarios: Record<string, Record<string, Scenario>> = {
  console: { workflow: workflows },
  flownally: { chatbot: chatbots, journey: journeys },
  sarufi: {
    "conversation flow": (base, key) => flows(base, key, "conversation"),
    "meta flow": (base, key) => flows(base, key, "meta"),
  },
  trillet: {
    "call flow": (base, key, keys) => callFlows(base, key, keys["sarufi"] ?? ""),
    folder: (base, key, keys) => folders(base, key, keys["sarufi"] ?? ""),
  },
  jackfield: { "imported flow": imports },
};

const [base = "", keysText = "{}"] = process.argv.slice(2);
const keys = JSON.parse(keysText) as Keys;
let failures = 0;
for (const [api, key] of Object.entries(keys)) {
  const lives = Object.entries(scenarios[api] ?? {});
  if (lives.length === 0) {
    console.log(`FAIL ${api}: there is no scenario for it`);
    ++failures;
  }
  for (const [kind, scenario] of lives) {
    try {
      console.log(`ok   ${api}, ${kind}: ${(await live(await scenario(base, key, keys))).join(", ")}`);
    } catch (error) {
      console.log(`FAIL ${api}, ${kind}: ${error instanceof Error ? error.message : String(error)}`);
      ++failures;
    }
  }
}
process.exit(failures === 0 ? 0 : 1);
