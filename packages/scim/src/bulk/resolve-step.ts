import { quote } from "../errors/quote.ts";
import { ScimError } from "../errors/scim-error.ts";
import { type IdOf, resolvePathReferences, resolveReferences } from "./bulk-references.ts";
import type { BulkOperation } from "./bulk-request.ts";
import type { BulkStep } from "./plan-bulk.ts";

/** The ids of what a bulk request has created so far, by bulkId; undefined for what could not be created. */
export type BulkIds = ReadonlyMap<string, string | undefined>;

/**
 * What a step comes to, with ids in place of bulkIds. A resource is completed by a PUT of what its POST should have
 * been.
 *
 * @throws ScimError 400 invalidValue for a POST without bulkId, or a bulkId that no operation has; 409 for one whose
 * operation failed.
 */
export function resolveStep(step: BulkStep, ids: BulkIds): BulkOperation {
  const { operation } = step;
  if (operation.method === "POST" && operation.bulkId === undefined) {
    throw new ScimError("invalidValue", "A POST needs a bulkId.");
  }
  switch (step.kind) {
    case "perform":
      return resolveOperation(operation, lookUp(ids, step.withheld));
    case "complete":
      return resolveOperation(
        { ...operation, method: "PUT", path: `${operation.path}/bulkId:${operation.bulkId}` },
        lookUp(ids, new Set()),
      );
  }
}

function resolveOperation(operation: BulkOperation, idOf: IdOf): BulkOperation {
  return {
    ...operation,
    path: resolvePathReferences(operation.path, idOf),
    data: resolveReferences(operation.data, idOf),
  };
}

function lookUp(ids: BulkIds, withheld: ReadonlySet<string>): IdOf {
  return (bulkId) => {
    const id = ids.get(bulkId);
    if (id !== undefined || withheld.has(bulkId)) return id;
    if (ids.has(bulkId)) throw new ScimError("conflict", `The operation with the bulkId ${quote(bulkId)} failed.`);
    throw new ScimError("invalidValue", `There is no operation with the bulkId ${quote(bulkId)}.`);
  };
}
