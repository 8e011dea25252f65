import { globSync, readFileSync } from "node:fs";
import { isJsonObject, type JsonObject, type JsonValue } from "@rollcall/scim";
import { expect } from "vitest";
import type { ScimClient } from "../scim-client.fixture.ts";

/** Exchanges of one identity provider, one after another, as a file under `fixtures/` tells them. */
export interface Scenario {
  /** `okta/assign-person`, the name of the file. */
  readonly name: string;
  /** What the administrator or the provider does. */
  readonly description: string;
  /** Where the requests come from, in words. */
  readonly source: string;
  /** Sent with each request. */
  readonly headers: Record<string, string>;
  readonly exchanges: readonly Exchange[];
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly body?: JsonValue;
  readonly status: number;
  /** What the reply's body must hold, among other things. */
  readonly reply?: JsonObject;
  /** Keys that the reply's body must not have. */
  readonly absent?: readonly string[];
  readonly contentType?: string;
  /** Names for parts of the reply, such as `{"user": "Resources.0.id"}`; later exchanges write `${user}`. */
  readonly capture?: Record<string, string>;
}

const folder = `${import.meta.dirname}/fixtures`;

export function loadScenarios(): Scenario[] {
  const names = globSync("*/*.json", { cwd: folder }).toSorted((left, right) => left.localeCompare(right));
  return names.map((file) => ({
    headers: {},
    ...JSON.parse(readFileSync(`${folder}/${file}`, "utf8")),
    name: file.replace(".json", ""),
  }));
}

/** Plays a scenario and checks every reply. */
export async function expectScenario(client: ScimClient, { headers, exchanges }: Scenario): Promise<void> {
  const captured = new Map<string, string>();
  for (const written of exchanges) {
    const {
      method,
      path,
      body,
      status,
      reply = {},
      absent = [],
      contentType,
      capture = {},
    } = fillIn(written, captured);
    const answer = await client.send(method, encodeURI(path), body, headers);
    const what = `${method} ${path}: ${JSON.stringify(answer.body)}`;
    expect(answer.status, what).toBe(status);
    expect(answer.body ?? {}, what).toMatchObject(reply);
    for (const key of absent) expect(answer.body, what).not.toHaveProperty(key);
    if (contentType !== undefined) expect(answer.headers.get("content-type")).toBe(contentType);
    for (const [name, where] of Object.entries(capture)) captured.set(name, textAt(answer.body, where));
  }
}

/** An exchange with what was captured in place of `${name}`. */
function fillIn(exchange: Exchange, captured: ReadonlyMap<string, string>): Exchange {
  const text = JSON.stringify(exchange).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = captured.get(name);
    if (value === undefined) throw new Error(`nothing was captured as ${name}`);
    return value;
  });
  return JSON.parse(text);
}

function textAt(body: JsonValue, where: string): string {
  let value: JsonValue | undefined = body;
  for (const key of where.split(".")) {
    if (Array.isArray(value)) value = value[Number(key)];
    else value = isJsonObject(value) ? value[key] : undefined;
  }
  if (typeof value !== "string") throw new Error(`there is no text at ${where} in ${JSON.stringify(body)}`);
  return value;
}
