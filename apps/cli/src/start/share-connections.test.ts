import { readFileSync } from "node:fs";
import { DEFAULT_MAX_CONNECTIONS } from "@rollcall/database";
import { useDatabase } from "@rollcall/test-database";
import { describe, expect, it } from "vitest";
import { CONNECTIONS_LEFT_FREE, MIN_CONNECTIONS, shareConnections } from "./share-connections.ts";

const database = useDatabase();
/** What the tests' Postgres, like the embedded one, takes from ordinary users. */
const ROOM = 97;

describe("shareConnections", () => {
  const share = (processes: number, total?: number) =>
    shareConnections({ databaseUrl: database.url, processes, total });

  it("gives each process what is usual, and less where Postgres has no room for that", async () => {
    expect(await share(1)).toBe(DEFAULT_MAX_CONNECTIONS);
    expect(await share(3)).toBe(DEFAULT_MAX_CONNECTIONS);
    expect(await share(9)).toBe(Math.floor((ROOM - CONNECTIONS_LEFT_FREE) / 9));
  });

  it("refuses more processes than Postgres has room for", async () => {
    await expect(share(22)).rejects.toThrow(
      "Postgres takes 97 connections, too few for 22 processes of at least 4 each with 10 left free; set fewer workers, or raise its max_connections.",
    );
  });

  it("divides what the setting allows, whatever Postgres has", async () => {
    expect(await share(5, 400)).toBe(80);
    expect(await share(3, 5)).toBe(1);
    await expect(share(3, 2)).rejects.toThrow('ROLLCALL_DATABASE_CONNECTIONS is "2", but it must be at least one for');
  });

  it("does as docs/scale.md says", () => {
    const page = readFileSync(`${import.meta.dirname}/../../../../docs/scale.md`, "utf8");
    const numbers = [...page.matchAll(/^\| (?:Usual|Fewest|Left free)[^|]*\| +(\d+) +\|$/gm)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual([DEFAULT_MAX_CONNECTIONS, MIN_CONNECTIONS, CONNECTIONS_LEFT_FREE]);
  });
});
