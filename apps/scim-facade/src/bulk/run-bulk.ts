import {
  type BulkIds,
  type BulkOperation,
  type BulkRequest,
  type BulkResult,
  type BulkStep,
  planBulk,
  resolveStep,
  ScimError,
} from "@rollcall/scim";
import type { ScimReply } from "../http/scim-request.ts";
import { toScimError } from "../http/to-scim-error.ts";

export interface RunBulkOptions {
  readonly baseUrl: string;
  readonly reportFault: (error: unknown) => void;
  /** Does one operation, whose references are resolved. @throws ScimError or DomainError for a refusal. */
  readonly send: (operation: BulkOperation) => Promise<ScimReply>;
}

/**
 * Runs a bulk request, one operation after another. The results are in the order of the request; operations that were
 * not attempted are left out. A fault of ours ends the run, for what follows would most likely meet it too.
 * @throws whatever the first operation throws if it is such a fault: then the request as a whole can be tried again.
 */
export async function runBulk(
  { operations, failOnErrors = Infinity }: BulkRequest,
  options: RunBulkOptions,
): Promise<BulkResult[]> {
  const ids = new Map<string, string | undefined>();
  const results = new Map<BulkOperation, BulkResult>();
  let errors = 0;
  for (const step of planBulk(operations)) {
    const { kind, operation } = step;
    const before = results.get(operation);
    // What was begun is completed even when nothing more may be begun.
    if (kind === "perform" ? errors >= failOnErrors : before?.outcome.kind !== "done") continue;
    try {
      results.set(operation, await takeStep(step, ids, options));
    } catch (error) {
      const refusal = toScimError(error);
      const isFault = refusal.status >= 500;
      if (isFault && results.size === 0) throw error;
      if (isFault) options.reportFault(error);
      errors = isFault ? Infinity : errors + 1;
      results.set(operation, before === undefined ? refused(operation, refusal, options) : incomplete(before, refusal));
    }
    if (operation.method === "POST" && operation.bulkId !== undefined) {
      ids.set(operation.bulkId, lastSegment(results.get(operation)?.location));
    }
  }
  return operations.flatMap((operation) => results.get(operation) ?? []);
}

async function takeStep(step: BulkStep, ids: BulkIds, { baseUrl, send }: RunBulkOptions): Promise<BulkResult> {
  const { kind, operation } = step;
  const resolved = resolveStep(step, ids);
  const { status, location = baseUrl + resolved.path, etag: version } = await send(resolved);
  return { operation, location, outcome: { kind: "done", status: kind === "complete" ? 201 : status, version } };
}

/** RFC 7644 §3.7 wants a location for everything but a POST that failed: the one that the client named. */
function refused(operation: BulkOperation, error: ScimError, { baseUrl }: RunBulkOptions): BulkResult {
  const location = operation.method === "POST" ? undefined : baseUrl + operation.path;
  return { operation, location, outcome: { kind: "failed", error } };
}

/** The resource is there, so the client must be told where. */
function incomplete(created: BulkResult, { detail }: ScimError): BulkResult {
  const error = new ScimError("conflict", `The resource was created, but without all its references: ${detail}`);
  return { ...created, outcome: { kind: "failed", error } };
}

function lastSegment(location: string | undefined): string | undefined {
  return location?.slice(location.lastIndexOf("/") + 1);
}
