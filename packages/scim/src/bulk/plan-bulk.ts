import { bulkIdsIn } from "./bulk-references.ts";
import type { BulkOperation } from "./bulk-request.ts";

export type BulkStep =
  /** Do what the operation says, without its references to the `withheld` bulkIds: nobody can know their ids yet. */
  | { readonly kind: "perform"; readonly operation: BulkOperation; readonly withheld: ReadonlySet<string> }
  /** Give a resource that was created without some of its references all of them. */
  | { readonly kind: "complete"; readonly operation: BulkOperation };

/**
 * The order in which to process a bulk request: that of the request, except that what an operation refers to is created
 * before it. Resources that refer to each other in a circle are created without the reference that closes it, and
 * completed as soon as it can be resolved (RFC 7644 §3.7.1), so that later operations find them whole.
 */
export function planBulk(operations: readonly BulkOperation[]): BulkStep[] {
  const creators = findCreators(operations);
  const steps: BulkStep[] = [];
  /** How many operations had been begun before each; those that are not done yet enclose each other in this order. */
  const begun = new Map<BulkOperation, number>();
  const done = new Set<BulkOperation>();
  /** What to complete once the key is done. */
  const incomplete = new Map<BulkOperation, BulkOperation[]>();

  const visit = (operation: BulkOperation): void => {
    if (begun.has(operation)) return;
    begun.set(operation, begun.size);
    const withheld = new Set<string>();
    let outermost: BulkOperation | undefined;
    for (const bulkId of bulkIdsIn(operation)) {
      const creator = creators.get(bulkId);
      if (creator === undefined) continue;
      visit(creator);
      if (done.has(creator)) continue;
      withheld.add(bulkId);
      outermost = firstBegun(begun, creator, outermost);
    }
    steps.push({ kind: "perform", operation, withheld });
    done.add(operation);
    if (outermost !== undefined) incomplete.set(outermost, [...(incomplete.get(outermost) ?? []), operation]);
    for (const waiting of incomplete.get(operation) ?? []) steps.push({ kind: "complete", operation: waiting });
  };

  operations.forEach(visit);
  return steps;
}

/** Which operation creates what, by bulkId. */
function findCreators(operations: readonly BulkOperation[]): Map<string, BulkOperation> {
  const creators = new Map<string, BulkOperation>();
  for (const operation of operations) {
    if (operation.method === "POST" && operation.bulkId !== undefined) creators.set(operation.bulkId, operation);
  }
  return creators;
}

function firstBegun(
  begun: ReadonlyMap<BulkOperation, number>,
  left: BulkOperation,
  right: BulkOperation | undefined,
): BulkOperation {
  return right !== undefined && (begun.get(right) ?? 0) < (begun.get(left) ?? 0) ? right : left;
}
