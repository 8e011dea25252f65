import { readFileSync } from "node:fs";
import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { useDatabase } from "@rollcall/test-database";
import { beforeAll, describe, expect, it } from "vitest";
import { send } from "../fixtures/lone-request.fixture.ts";
import { newUser, type ScimAnswer } from "../fixtures/scim.fixture.ts";
import { type RunningServer, untilGone, useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();
const variables = () => ({ DATABASE_URL: database.url, ROLLCALL_WORKERS: "2", ROLLCALL_DRAIN_SECONDS: "2" });

let server: RunningServer;
let tenantId: string;
let token: string;
beforeAll(async () => {
  server = await rollcall.start(variables());
  ({ id: tenantId } = await rollcall.json<{ id: string }>("tenants create Acme"));
  ({ token } = await rollcall.json<{ token: string }>(`tokens create --tenant ${tenantId}`));
});

const USERS = 30;

describe("two processes that serve SCIM", () => {
  it("share one port, and an import page by page over both is exact", async () => {
    const created = await everyTime(USERS, (index) => post(`ada-${index}@acme.example`));
    expect(new Set(created.map(({ status }) => status))).toEqual(new Set([201]));
    const pages = await everyTime(USERS, (index) =>
      get<{ Resources: { id: string }[]; totalResults: number }>(`/Users?startIndex=${index + 1}&count=1`),
    );
    expect(pages.flatMap(({ body }) => body.Resources).map(({ id }) => id)).toEqual(
      created.map(({ body }) => body.id).toSorted(),
    );
  });

  it("measure together: either port tells of all requests, whoever answered them", async () => {
    const counts = (await requestCounts(server.instance.scimUrl)).filter(({ route }) => route === "/scim/Users");
    expect(counts.map(({ process }) => process).toSorted()).toEqual(["scim-1", "scim-1", "scim-2", "scim-2"]);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(2 * USERS);
    const fromApi = await requestCounts(server.instance.apiUrl);
    expect(fromApi).toEqual(expect.arrayContaining(counts));
    expect(fromApi.map(({ process }) => process)).toContain("main");
  });

  it("both shut out a token within a second of its revocation", async () => {
    const { id, token: short } = await rollcall.json<{ id: string; token: string }>(
      `tokens create --tenant ${tenantId}`,
    );
    const statuses = async () =>
      new Set(
        (await everyTime(20, () => send({ url: `${scimUrl()}/Users?count=0`, token: short }))).map((a) => a.status),
      );
    expect(await statuses()).toEqual(new Set([200]));
    await rollcall.run(`tokens revoke ${id} --tenant ${tenantId}`);
    await sleep(1_000);
    expect(await statuses()).toEqual(new Set([401]));
  });

  it("stand in for one that is killed until another takes its place", async () => {
    const [killed = 0, ...others] = childrenOf(server.instance.pid);
    process.kill(killed, "SIGKILL");
    // Once it has been noticed, the kernel gives it no connections any more.
    await expect.poll(() => server.output.stderr).toContain("killed by SIGKILL");
    const answers = await everyTime(20, () => get("/Users?count=1"));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    await expect.poll(() => childrenOf(server.instance.pid)).toHaveLength(2);
    expect(childrenOf(server.instance.pid)).toEqual(expect.arrayContaining(others));
  });

  it("fail no request when they are asked to stop under load, and end with code 0", async () => {
    const pids = childrenOf(server.instance.pid);
    const agent = new Agent({ keepAlive: true });
    const unready = new AbortController();
    const clients = Array.from({ length: 4 }, (_, client) => postUntil(unready.signal, { agent, client }));
    await sleep(300);
    server.process.kill("SIGTERM");
    // As a load balancer does it.
    const readyz = new URL("/readyz", scimUrl()).href;
    while ((await send({ url: readyz })).status === 200) await sleep(20);
    unready.abort();
    const statuses = (await Promise.all(clients)).flat();
    expect(statuses.length).toBeGreaterThan(4);
    expect(new Set(statuses)).toEqual(new Set([201]));
    expect(await server.ended).toBe(0);
    await untilGone(...pids);
    agent.destroy();
  });
});

it("leaves no process behind when the main one is killed", async () => {
  const { instance } = await rollcall.start(variables());
  const pids = childrenOf(instance.pid);
  expect(pids).toHaveLength(2);
  process.kill(instance.pid, "SIGKILL");
  await untilGone(...pids);
});

function scimUrl(): string {
  return server.instance.scimUrl;
}

function get<TBody>(path: string): Promise<ScimAnswer<TBody>> {
  return send<TBody>({ url: scimUrl() + path, token });
}

function post(userName: string, agent: Agent | false = false) {
  return send<{ id: string }>({ url: `${scimUrl()}/Users`, method: "POST", token, agent, body: newUser(userName) });
}

async function everyTime<TResult>(times: number, work: (index: number) => Promise<TResult>): Promise<TResult[]> {
  const results: TResult[] = [];
  for (let index = 0; index < times; index++) results.push(await work(index));
  return results;
}

/** Creates users until told not to. */
async function postUntil(
  signal: AbortSignal,
  { agent, client }: { readonly agent: Agent; readonly client: number },
): Promise<number[]> {
  const statuses: number[] = [];
  while (!signal.aborted) statuses.push((await post(`grace-${client}-${statuses.length}@acme.example`, agent)).status);
  return statuses;
}

interface RequestCount {
  readonly process: string;
  readonly route: string;
  readonly count: number;
}

/** How many requests each process says it has answered, by route and status. */
async function requestCounts(url: string): Promise<RequestCount[]> {
  const text = await (await fetch(new URL("/metrics", url))).text();
  const lines = text.matchAll(/^rollcall_http_request_duration_seconds_count\{(.*)\} (\d+)$/gm);
  return [...lines].map(([, labels = "", count]) => ({
    process: /process="([^"]+)"/.exec(labels)?.[1] ?? "",
    route: /route="([^"]+)"/.exec(labels)?.[1] ?? "",
    count: Number(count),
  }));
}

/** See proc_pid_children(5). */
function childrenOf(pid: number): number[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
  return list === "" ? [] : list.split(" ").map(Number);
}
