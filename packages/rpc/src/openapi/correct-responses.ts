import type { OpenAPIObject } from "trpc-openapi";
import { ApiError } from "../error/api-error.ts";
import { errorCatalogue, errorCodes, type ErrorStatus, errorStatuses } from "../error/error-catalogue.ts";
import { PROBLEM_MEDIA_TYPE, toProblem } from "../error/problem.ts";
import type { Endpoint } from "./list-endpoints.ts";

/** Makes a generated document tell the truth: the generator knows no status of success but 200, and no error body of ours. */
export function correctResponses(document: OpenAPIObject, endpoints: readonly Endpoint[]): void {
  for (const { path, method, successStatus, errorStatuses: failures } of endpoints) {
    const operation = document.paths?.[path]?.[operationKeys[method]];
    if (operation?.responses === undefined) throw new Error(`The generated document lacks ${method} ${path}.`);
    operation.responses = {
      [successStatus]: operation.responses[200],
      ...Object.fromEntries(failures.map((status) => [status, { $ref: `#/components/responses/${nameOf(status)}` }])),
    };
  }
  const used = errorStatuses.filter((status) => endpoints.some((each) => each.errorStatuses.includes(status)));
  const responses = Object.fromEntries(used.map((status) => [nameOf(status), errorResponse(status)]));
  document.components = { ...document.components, responses };
}

function nameOf(status: ErrorStatus): string {
  return `Problem${status}`;
}

/** In examples. */
const REQUEST_ID = "01935f23-0000-7000-8000-000000000001";

function errorResponse(status: ErrorStatus) {
  const codes = errorCodes.filter((code) => errorCatalogue[code].status === status);
  const description = codes.map((code) => `\`${code}\`: ${errorCatalogue[code].title}.`).join(" ");
  const examples = Object.fromEntries(
    codes.map((code) => [code, { value: toProblem(new ApiError(code), REQUEST_ID) }]),
  );
  const content = { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: "#/components/schemas/Problem" }, examples } };
  return { description, content, ...(isRetried(status) && { headers: retryAfter }) };
}

function isRetried(status: ErrorStatus): boolean {
  return status === 429 || status === 503;
}

const retryAfter = {
  "Retry-After": { description: "Seconds to wait before the next attempt", schema: { type: "integer" } },
} as const;

export const operationKeys = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
} as const satisfies Record<Endpoint["method"], string>;
