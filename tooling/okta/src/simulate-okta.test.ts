import { describe, expect, it } from "vitest";
import { type Fault, type ScimServer, startScimServer } from "./fixtures/scim-server.fixture.ts";
import { renderReport } from "./report/render-report.ts";
import { renderStep } from "./report/render-step.ts";
import type { Report } from "./report/report.ts";
import { isFailed, isUnmet, type OktaApp } from "./report/step.ts";
import { simulateOkta } from "./simulate-okta.ts";

const BOTH: readonly OktaApp[] = ["test-app", "custom-app"];

describe("against a right server", () => {
  it("finds every requirement met, in both apps and all suites", async () => {
    await using server = await startScimServer();
    const report = await play(server, { users: 30, groups: 8 });
    expect(failures(report)).toEqual([]);
    expect(report.unmet).toBe(0);
    expect(report.met).toBeGreaterThan(500);
    const rows = new Set(report.steps.map((step) => `${step.app} ${step.row}`));
    for (const row of ["1", "2", "2b", "3", "4", "5", "6", "7", "8", "9", "10", "11", "13", "14", "15", "16", "17"]) {
      expect(rows).toContain(`test-app ${row}`);
      expect(rows).toContain(`custom-app ${row}`);
    }
    for (const row of [
      "test-app 4b",
      "test-app 12",
      "custom-app 12b",
      "suite SPEC 21",
      "suite 2016 7",
      "suite CRUD 18",
    ]) {
      expect(rows).toContain(row);
    }
  });

  it("leaves exactly the people and groups asked for, most of them active", async () => {
    await using server = await startScimServer();
    const report = await play(server, { users: 31, groups: 9 });
    const users = Object.values(report.users);
    expect(users).toHaveLength(31);
    expect(users.filter((user) => user.active)).toHaveLength(29);
    expect(Object.keys(report.groups)).toHaveLength(9);
    expect(report.probes).toHaveLength(4);
    expect(await countOf(server, "Users")).toBe(31 + 4);
    expect(await countOf(server, "Groups")).toBe(9);
  });

  it("can be played again: the same people keep their ids", async () => {
    await using server = await startScimServer();
    const first = await play(server, { users: 12, groups: 4 });
    const second = await play(server, { users: 12, groups: 4 });
    expect(failures(second)).toEqual([]);
    expect(second.users).toEqual(first.users);
    expect(second.groups).toEqual(first.groups);
    expect(await countOf(server, "Users")).toBe(12 + 8);
  });

  it("plays the smallest story, and says what is too small", async () => {
    await using server = await startScimServer();
    expect((await play(server, { users: 8, groups: 2 })).unmet).toBe(0);
    expect((await play(server, { users: 4, groups: 1, apps: ["custom-app"] })).unmet).toBe(0);
    await expect(play(server, { users: 7, groups: 2 })).rejects.toThrow("at least 8 users");
    await expect(play(server, { users: 8, groups: 1 })).rejects.toThrow("at least 2 groups");
  });

  it("never tells the token or a password", async () => {
    await using server = await startScimServer();
    const report = await play(server, { users: 8, groups: 2 });
    const text = JSON.stringify(report);
    expect(text).not.toContain(server.token);
    expect(text).not.toContain("aA1!");
    expect(text).toContain('"password":"••••••••"');
  });

  it("folds people who went well into one line for each 50", async () => {
    await using server = await startScimServer();
    const report = await play(server, { users: 120, groups: 1, apps: ["test-app"] });
    const lines = report.steps.filter((step) => step.row === "3").map(renderStep);
    expect(lines.map((line) => line.replace(/, \d+ requirements met$/u, ""))).toEqual([
      "✓ [test-app 3] Assign group: 1–50 of 119 – 50 done, 100 requests",
      "✓ [test-app 3] Assign group: 51–100 of 119 – 50 done, 100 requests",
      "✓ [test-app 3] Assign group: 101–119 of 119 – 19 done, 38 requests",
    ]);
    expect(renderReport(report)).toContain(`✓ all ${report.met} requirements are met`);
  });
});

describe("against a wrong server", () => {
  const flagged: readonly { fault: Fault; row: string; requirement: string }[] = [
    { fault: "ignores-patch-without-path", row: "6", requirement: "active is false" },
    { fault: "ignores-patch-without-path", row: "4b", requirement: "the title was stored" },
    { fault: "ignores-patch-without-path", row: "14", requirement: "the group has exactly its 2 members, each once" },
    { fault: "lower-cases-user-name", row: "3", requirement: "userName comes back as sent, case kept" },
    { fault: "lower-cases-user-name", row: "SPEC 11", requirement: "userName comes back as sent, case kept" },
    { fault: "doubles-members", row: "13", requirement: "the group has exactly its 12 members, each once" },
    { fault: "echoes-password", row: "2", requirement: "no password is returned" },
    { fault: "echoes-password", row: "9", requirement: "the password is not in the reply" },
    { fault: "hides-deactivated", row: "6", requirement: "status is 200" },
    { fault: "hides-deactivated", row: "CRUD 10", requirement: "status is 200" },
    {
      fault: "bare-errors",
      row: "SPEC 7",
      requirement: "the 404 carries the Error schema, a detail and its status as a string",
    },
    {
      fault: "bare-errors",
      row: "SPEC 21",
      requirement: "the 401 carries the Error schema, a detail and its status as a string",
    },
  ];

  it.each(flagged)("flags $fault in row $row", async ({ fault, row, requirement }) => {
    await using server = await startScimServer(fault);
    const report = await play(server, { users: 12, groups: 1, apps: ["test-app"] });
    expect(failures(report)).toContain(`${row}: ${requirement}`);
    expect(report.unmet).toBeGreaterThan(0);
    expect(renderReport(report)).toContain(`✗ ${report.unmet} of`);
  });

  it("flags a connection that is cut, and goes on with the story", async () => {
    await using server = await startScimServer("cuts-deletes");
    const report = await play(server, { users: 8, groups: 2 });
    expect(failures(report)).toEqual(["17: every request is answered", "17: every request is answered"]);
  });

  it("shows a failed step whole, and what was found", async () => {
    await using server = await startScimServer("bare-errors");
    const report = await play(server, { users: 8, groups: 2 });
    const step = report.steps.find(({ row }) => row === "SPEC 23");
    expect(step && renderStep(step)).toMatch(
      /^✗ \[suite SPEC 23\] Get a group that is not there\n {4}GET {4}\/Groups\/00919288221112222\n {6}← 404 in \d+ ms \{"error":"no","status":404\}\n {4}✗ the 404 carries .* – found \{"error":"no","status":404\}\n {4}✓ 2 other requirements$/u,
    );
  });

  it("flags a page that repeats a user", async () => {
    await using server = await startScimServer("repeats-on-next-page");
    const report = await play(server, { users: 130, groups: 1, apps: ["custom-app"] });
    expect(failures(report)).toContain("11: no page repeats a resource");
    expect(failures(report)).toContain("11: every provisioned user is in the list");
  });
});

it("says in one sentence that nobody listens", async () => {
  const server = await startScimServer();
  await server[Symbol.asyncDispose]();
  await expect(play(server, { users: 8, groups: 2 })).rejects.toThrow(
    /^Cannot reach http:\/\/127\.0\.0\.1:\d+: connection refused\. Is the SCIM server running there\?$/u,
  );
});

interface Playing {
  readonly users: number;
  readonly groups: number;
  readonly apps?: readonly OktaApp[];
}

function play({ url, token }: ScimServer, { apps = BOTH, ...counts }: Playing): Promise<Report> {
  return simulateOkta({ url, token, seed: 7, apps, ...counts });
}

function failures(report: Report): string[] {
  return report.steps
    .filter(isFailed)
    .flatMap((step) => step.requirements.filter(isUnmet).map(({ text }) => `${step.row}: ${text}`));
}

async function countOf({ url, token }: ScimServer, kind: "Users" | "Groups"): Promise<unknown> {
  const response = await fetch(`${url}/${kind}?count=1`, { headers: { Authorization: `Bearer ${token}` } });
  const body: unknown = await response.json();
  return typeof body === "object" && body !== null && "totalResults" in body ? body.totalResults : undefined;
}
