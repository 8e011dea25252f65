import { readFile } from "node:fs/promises";
import process from "node:process";
import { parseArgs } from "node:util";
import { readEnvironment } from "./env.ts";
import { renderReport } from "./report/render-report.ts";
import { renderStep } from "./report/render-step.ts";
import type { OktaApp } from "./report/step.ts";
import { simulateOkta } from "./simulate-okta.ts";

const USAGE = `node tooling/okta/src/main.ts --url URL [--token-file FILE] [--users N] [--groups N] [--seed S]
                              [--app test-app|custom-app|both] [--json]
The token is the first line of FILE, or OKTA_SCIM_TOKEN. Exit status 1 when a requirement is not met.`;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 1;
}

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      url: { type: "string" },
      "token-file": { type: "string" },
      users: { type: "string", default: "40" },
      groups: { type: "string", default: "6" },
      seed: { type: "string", default: "1" },
      app: { type: "string", default: "both" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const { url, users, groups, seed, json } = values;
  if (values.help || url === undefined) {
    process.stderr.write(`${USAGE}\n`);
    return values.help ? 0 : 1;
  }
  const report = await simulateOkta({
    url,
    token: await readToken(values["token-file"]),
    users: Number(users),
    groups: Number(groups),
    seed: Number(seed),
    apps: appsFor(values.app),
    ...(!json && { onStep: (step) => process.stdout.write(`${renderStep(step)}\n`) }),
  });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : `\n${renderReport(report)}\n`);
  return report.unmet === 0 ? 0 : 1;
}

async function readToken(file: string | undefined): Promise<string> {
  const token =
    file === undefined ? readEnvironment(process.env).token : (await readFile(file, "utf8")).split("\n")[0]?.trim();
  if (!token) throw new Error("Give the token with --token-file FILE or in OKTA_SCIM_TOKEN.");
  return token;
}

function appsFor(name: string): OktaApp[] {
  if (name === "both") return ["test-app", "custom-app"];
  if (name === "test-app" || name === "custom-app") return [name];
  throw new Error(`--app is test-app, custom-app or both, not ${name}.`);
}
