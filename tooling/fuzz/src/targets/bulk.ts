import {
  type BulkOperation,
  type BulkStep,
  type JsonValue,
  parseJson,
  planBulk,
  readBulk,
  resolveStep,
} from "@rollcall/scim";
import type { Target } from "../target.ts";
import { hold, readOrRefuse } from "./hold.ts";
import { deepFreeze } from "./sample-resources.ts";
import { jsonWords } from "./words.ts";

/** Bulk messages: everything is done once, after what it refers to, and with ids in place of bulkIds. */
export const bulkTarget: Target = {
  name: "bulk",
  covers: /packages\/scim\/src\//u,
  maxLength: 4_000,
  maxStepsPerCharacter: 400,
  dictionary: [
    ...jsonWords,
    '"bulkId:a"',
    '"bulkId:b"',
    '"bulkId:c"',
    '"bulkId":"a",',
    '"bulkId":"b",',
    '"bulkId":"c",',
    '"bulkId:"',
    '"method":"POST",',
    '"method":"patch",',
    '"method":"DELETE",',
    '"path":"/Groups",',
    '"path":"/Users/bulkId:a",',
    '"data":{"members":[{"value":"bulkId:b"}]}',
    '"failOnErrors":1,',
    '"version":"W/\\"1\\"",',
  ],
  seeds: [
    { Operations: [{ method: "POST", path: "/Users", bulkId: "a", data: { userName: "x" } }], failOnErrors: 1 },
    {
      Operations: [
        {
          method: "POST",
          path: "/Groups",
          bulkId: "a",
          data: { members: [{ value: "bulkId:b" }, { value: "bulkId:c" }] },
        },
        { method: "POST", path: "/Groups", bulkId: "b", data: { members: [{ value: "bulkId:a" }] } },
        { method: "post", path: "Users", bulkId: "c", data: { manager: { value: "bulkId:c" } } },
        { method: "PATCH", path: "/Users/bulkId:c", data: { Operations: [] }, version: 'W/"1"' },
        { method: "DELETE", path: "/Groups/bulkId:a" },
      ],
    },
  ].map((message) => JSON.stringify(message)),
  attempt(text) {
    const read = readOrRefuse(() => deepFreeze(readBulk(deepFreeze(parseJson(text)))));
    if ("refusal" in read) return read.refusal;
    const { operations, failOnErrors } = read.result;
    const written: JsonValue = JSON.parse(JSON.stringify({ Operations: operations, failOnErrors }));
    hold("a message that is written back reads the same", isSame(readBulk(written), read.result));
    const steps = planBulk(operations);
    checkPlan(operations, steps);
    return `planned: ${[...new Set(carryOut(steps))].toSorted().join(", ")}`;
  },
};

function isSame(left: object, right: object): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function checkPlan(operations: readonly BulkOperation[], steps: readonly BulkStep[]): void {
  const performed = steps.filter(({ kind }) => kind === "perform").map(({ operation }) => operation);
  const completed = steps.filter(({ kind }) => kind === "complete").map(({ operation }) => operation);
  const incomplete = steps.flatMap((step) =>
    step.kind === "perform" && step.withheld.size > 0 ? [step.operation] : [],
  );
  hold("every operation is performed once", sameItems(performed, operations));
  hold("what was created in part is completed once", sameItems(completed, incomplete));
}

function sameItems(left: readonly BulkOperation[], right: readonly BulkOperation[]): boolean {
  return (
    left.length === right.length && new Set(left).size === left.length && left.every((each) => right.includes(each))
  );
}

/** Does the steps as if every one succeeded. */
function carryOut(steps: readonly BulkStep[]): string[] {
  const ids = new Map<string, string>();
  return steps.map((step) => {
    const outcome = readOrRefuse(() => resolveStep(step, ids));
    if ("refusal" in outcome) return outcome.refusal;
    // What is created in part could keep one in its path, but to such a path nothing is posted.
    if (step.kind === "complete" || step.withheld.size === 0) checkResolved(outcome.result);
    const { method, bulkId } = step.operation;
    if (step.kind === "perform" && method === "POST" && bulkId !== undefined) ids.set(bulkId, `id of ${bulkId}`);
    return step.kind;
  });
}

function checkResolved({ path, data }: BulkOperation): void {
  hold("no bulkId is left in the path", !path.split("/").some((part) => part.startsWith("bulkId:")));
  hold("no bulkId is left in the data", !textsOf(data).some((text) => text.startsWith("bulkId:")));
}

function textsOf(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
