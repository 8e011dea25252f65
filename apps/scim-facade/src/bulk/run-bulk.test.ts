import { type BulkOperation, readBulk, ScimError } from "@rollcall/scim";
import { describe, expect, it } from "vitest";
import { runBulk } from "./run-bulk.ts";

const baseUrl = "https://scim.example/scim";
const operations = ["a", "b", "c"].map((bulkId) => ({ method: "POST", path: "/Users", bulkId, data: { bulkId } }));
const circle = [
  { method: "POST", path: "/Users", bulkId: "a", data: { manager: "bulkId:b" } },
  { method: "POST", path: "/Users", bulkId: "b", data: { manager: "bulkId:a" } },
];

/** Runs operations against a directory that fails where `errors` says so, by bulkId or method. */
async function run(Operations: typeof operations | typeof circle, errors: Record<string, Error>, failOnErrors = 9) {
  const faults: unknown[] = [];
  const sent: string[] = [];
  const send = async ({ method, path, bulkId = "" }: BulkOperation) => {
    sent.push(`${method} ${path}`);
    const error = errors[bulkId] ?? errors[method];
    if (error !== undefined) throw error;
    return { status: 201, location: `${baseUrl}/Users/id-${bulkId}`, etag: 'W/"1"' } as const;
  };
  const results = await runBulk(readBulk({ Operations, failOnErrors }), {
    baseUrl,
    reportFault: (error) => faults.push(error),
    send,
  });
  const outcomes = results.map(({ operation, location, outcome }) => [
    operation.bulkId,
    location?.slice(baseUrl.length),
    outcome.kind === "failed" ? outcome.error.status : outcome.status,
  ]);
  return { outcomes, faults, sent };
}

describe("runBulk", () => {
  it("goes on after refusals", async () => {
    const { outcomes, faults } = await run(operations, { b: new ScimError("uniqueness") });
    expect(outcomes).toEqual([
      ["a", "/Users/id-a", 201],
      ["b", undefined, 409],
      ["c", "/Users/id-c", 201],
    ]);
    expect(faults).toEqual([]);
  });

  it("ends with a fault of ours, and reports it", async () => {
    const fault = new Error("the disk is full");
    const { outcomes, faults } = await run(operations, { b: fault });
    expect(outcomes).toEqual([
      ["a", "/Users/id-a", 201],
      ["b", undefined, 500],
    ]);
    expect(faults).toEqual([fault]);
  });

  it("fails as a whole when nothing has been done yet", async () => {
    const outage = new ScimError("unavailable");
    await expect(run(operations, { a: outage })).rejects.toBe(outage);
  });

  it("completes what refers to each other in a circle", async () => {
    const { outcomes, sent } = await run(circle, {});
    expect(sent).toEqual(["POST /Users", "POST /Users", "PUT /Users/id-b"]);
    expect(outcomes.map(([, , status]) => status)).toEqual([201, 201]);
  });

  it("says where a resource is that could not be completed, also when it may begin nothing more", async () => {
    const refused = await run(circle, { PUT: new ScimError("invalidValue") });
    expect(refused.outcomes[1]).toEqual(["b", "/Users/id-b", 409]);
    const stopped = await run(circle, { a: new ScimError("uniqueness") }, 1);
    expect(stopped.outcomes).toEqual([
      ["a", undefined, 409],
      ["b", "/Users/id-b", 409],
    ]);
  });
});
