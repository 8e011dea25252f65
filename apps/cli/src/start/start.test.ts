import { once } from "node:events";
import { existsSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { newUser, scim } from "../fixtures/scim.fixture.ts";
import { untilGone, useServer } from "../fixtures/server.fixture.ts";

const rollcall = useServer();

interface Issued {
  readonly token: string;
}

async function newToken(): Promise<{ tenantId: string; token: string }> {
  const { id: tenantId } = await rollcall.json<{ id: string }>("tenants create Acme");
  const { token } = await rollcall.json<Issued>(`tokens create --tenant ${tenantId}`);
  return { tenantId, token };
}

describe("stopping", () => {
  it("answers what is in hand, keeps the data, and leaves no process and no instance.json behind", async () => {
    const first = await rollcall.start({ ROLLCALL_DRAIN_SECONDS: "1" });
    const { token } = await newToken();
    const body = JSON.stringify(newUser("ada@acme.example"));
    const post = await openConnection(first.instance.scimUrl);
    post.write(
      `POST /scim/Users HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n` +
        `Content-Type: application/scim+json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    const readiness = await openConnection(first.instance.apiUrl);
    readiness.write("GET /readyz HTTP/1.1\r\nHost: localhost\r\n");
    await sleep(100);

    first.process.kill("SIGTERM");
    await untilRefused(first.instance.scimUrl);
    readiness.write("\r\n");
    expect(await text(readiness)).toMatch(/^HTTP\/1\.1 503 /);
    post.write(body.slice(10));
    expect(await text(post)).toMatch(/^HTTP\/1\.1 201 /);
    expect(await first.ended).toBe(0);
    await untilGone(first.instance.pid, first.postgresPid);
    expect(existsSync(join(rollcall.dataDir, "instance.json"))).toBe(false);
    expect(first.output.stderr).not.toMatch(/^ *at /m);
    expect(await rollcall.run("status")).toEqual({
      code: 1,
      stdout: "",
      stderr: `Rollcall is not running on ${rollcall.dataDir}; start it with: npm start\n`,
    });

    const second = await rollcall.start();
    expect(second.output.stdout).not.toContain(second.instance.adminKey);
    expect(second.instance.adminKey).toBe(first.instance.adminKey);
    const access = { scimUrl: second.instance.scimUrl, token };
    expect((await scim(access, "GET /Users")).body).toMatchObject({ totalResults: 1 });
    second.process.kill("SIGTERM");
    await second.ended;
  });

  it("takes two signals at once for one, and a later one for impatience", async () => {
    const patient = await rollcall.start();
    patient.process.kill("SIGINT");
    process.kill(patient.instance.pid, "SIGINT");
    expect(await patient.ended).toBe(0);

    const impatient = await rollcall.start();
    const stuck = await openConnection(impatient.instance.apiUrl);
    stuck.write("GET /livez HTTP/1.1\r\n");
    await sleep(100);
    impatient.process.kill("SIGINT");
    await sleep(1_200);
    impatient.process.kill("SIGINT");
    expect(await impatient.ended).toBe(130);
    await untilGone(impatient.postgresPid);
    stuck.destroy();
  });
});

describe("what is killed", () => {
  it("ends everything with one sentence when it is the embedded Postgres", async () => {
    const server = await rollcall.start();
    process.kill(server.postgresPid, "SIGKILL");
    expect(await server.ended).toBe(1);
    expect(server.output.stderr).toMatch(/^Postgres ended unexpectedly: killed by SIGKILL\.$/m);
    await untilGone(server.instance.pid);
    expect(existsSync(join(rollcall.dataDir, "instance.json"))).toBe(false);
  });

  it("loses no acknowledged user and no event when it is Node and Postgres together", async () => {
    const first = await rollcall.start();
    const { tenantId, token } = await newToken();
    const acknowledged: string[] = [];
    const clients = Array.from({ length: CLIENTS }, (_, client) =>
      pushUntilCut({ scimUrl: first.instance.scimUrl, token }, `client-${client}`, acknowledged),
    );
    while (acknowledged.length < ACKNOWLEDGED_BEFORE_KILL) await sleep(5);
    process.kill(first.postgresPid, "SIGKILL");
    process.kill(first.instance.pid, "SIGKILL");
    await Promise.all(clients);
    await first.ended;
    expect((await rollcall.run("status")).stderr).toMatch(
      /names process \d+, which is gone; start it with: npm start\n$/,
    );

    const second = await rollcall.start();
    const access = { scimUrl: second.instance.scimUrl, token };
    for (const id of acknowledged) expect((await scim(access, `GET /Users/${id}`)).status).toBe(200);
    const { totalResults } = (await scim<{ totalResults: number }>(access, "GET /Users?count=0")).body;
    const events = await eventsUntil(
      tenantId,
      (types) => types.filter((type) => type === "user.created").length === totalResults,
    );
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    const created = new Set(events.filter(({ type }) => type === "user.created").map(({ resourceId }) => resourceId));
    expect(acknowledged.filter((id) => !created.has(id))).toEqual([]);
  });
});

const CLIENTS = 8;
const ACKNOWLEDGED_BEFORE_KILL = 150;

async function pushUntilCut(
  access: { scimUrl: string; token: string },
  prefix: string,
  acknowledged: string[],
): Promise<void> {
  for (let i = 1; ; i++) {
    try {
      const { status, body } = await scim<{ id: string }>(
        access,
        "POST /Users",
        newUser(`${prefix}-${i}@acme.example`),
      );
      if (status === 201) acknowledged.push(body.id);
    } catch {
      return;
    }
  }
}

interface Event {
  readonly sequence: number;
  readonly type: string;
  readonly resourceId: string;
}

/** The whole feed, as soon as its types are as expected. */
async function eventsUntil(tenantId: string, expected: (types: string[]) => boolean): Promise<readonly Event[]> {
  for (;;) {
    const { items } = await rollcall.json<{ items: readonly Event[] }>(`events list --tenant ${tenantId} --limit 1000`);
    if (expected(items.map(({ type }) => type))) return items;
  }
}

async function openConnection(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, "connect");
  return socket;
}

async function untilRefused(url: string): Promise<void> {
  for (;;) {
    try {
      (await openConnection(url)).destroy();
    } catch {
      return;
    }
    await sleep(10);
  }
}
