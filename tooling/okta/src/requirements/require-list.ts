import type { Reply } from "../client/call.ts";
import { listAt, valueAt } from "../client/json.ts";
import type { Scene } from "../stage/scene.ts";
import { requireStatus } from "./require-status.ts";
import { schemas } from "./schemas.ts";

export interface ListPage {
  readonly totalResults: number;
  readonly itemsPerPage: number;
  readonly startIndex: number;
  readonly resources: readonly unknown[];
}

/** A ListResponse of RFC 7644 §3.4.2, its counters JSON integers that agree with the page. */
export function requireList(scene: Scene, reply: Reply): ListPage {
  requireStatus(scene, reply, 200);
  const { body } = reply;
  scene.require(
    "the list has the ListResponse schema",
    listAt(body, "schemas").includes(schemas.listResponse),
    valueAt(body, "schemas"),
  );
  const resources = listAt(body, "Resources");
  const page = {
    totalResults: integerAt(body, "totalResults"),
    itemsPerPage: integerAt(body, "itemsPerPage"),
    startIndex: integerAt(body, "startIndex"),
    resources,
  };
  const { totalResults, itemsPerPage, startIndex } = page;
  scene.insist(
    "totalResults, startIndex and itemsPerPage are integers",
    [totalResults, itemsPerPage, startIndex].every((counter) => !Number.isNaN(counter)),
    reply.text,
  );
  scene.require(
    "itemsPerPage counts the Resources of the page",
    itemsPerPage === resources.length,
    `${itemsPerPage} for ${resources.length}`,
  );
  return page;
}

function integerAt(body: unknown, name: string): number {
  const value = valueAt(body, name);
  return typeof value === "number" && Number.isInteger(value) ? value : Number.NaN;
}
