import { describe, expect, it } from "vitest";
import { useDatabase } from "@rollcall/test-database";
import { Client } from "pg";
import { openCountingProxy } from "./counting-proxy.ts";
import { createMessageScanner } from "./message-scanner.ts";

const database = useDatabase();

describe("the scanner of Postgres's protocol", () => {
  const ready = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
  const start = Buffer.from([0, 0, 0, 8, 0, 3, 0, 0]);

  it("finds messages however they are cut", () => {
    const scan = createMessageScanner(false);
    const bytes = Buffer.concat([ready, ready]);
    const found = [...bytes].flatMap((byte) => scan(Buffer.from([byte])));
    expect(found.map(({ type, body }) => [type, body.toString()])).toEqual([
      ["Z", "I"],
      ["Z", "I"],
    ]);
  });

  it("knows that a client's first message has no type", () => {
    const scan = createMessageScanner(true);
    expect(scan(Buffer.concat([start, ready])).map(({ type }) => type)).toEqual(["", "Z"]);
  });
});

describe("the proxy before Postgres", () => {
  it("counts statements and round trips", async () => {
    const url = new URL(database.url);
    await using proxy = await openCountingProxy(Number(url.port));
    url.port = String(proxy.port);
    const client = new Client({ connectionString: url.href });
    await client.connect();
    expect(proxy.read()).toEqual({ statements: 0, roundTrips: 0 });

    await client.query("begin; set local jit = off");
    expect(proxy.read()).toEqual({ statements: 2, roundTrips: 1 });
    await client.query({ name: "one", text: "select $1::int", values: [1] });
    expect(proxy.read()).toEqual({ statements: 3, roundTrips: 2 });
    await client.query("commit");
    expect(proxy.read()).toEqual({ statements: 4, roundTrips: 3 });
    await client.end();
  });

  it("takes what is sent without waiting for one round trip", async () => {
    const url = new URL(database.url);
    await using proxy = await openCountingProxy(Number(url.port));
    url.port = String(proxy.port);
    const client = new Client({ connectionString: url.href, pipeline: true });
    await client.connect();
    await Promise.all([
      client.query("begin; set local jit = off"),
      client.query("select $1::int", [1]),
      client.query("commit"),
    ]);
    expect(proxy.read()).toEqual({ statements: 4, roundTrips: 1 });
    await client.end();
  });
});
