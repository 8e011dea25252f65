import type { OpenAPIObject } from "trpc-openapi";
import type { ErrorStatus } from "../endpoint.ts";
import type { Endpoint } from "./list-endpoints.ts";

/** Makes a generated document tell the truth: the generator knows no status of success but 200, and no error body of ours. */
export function correctResponses(document: OpenAPIObject, endpoints: readonly Endpoint[]): void {
  for (const { path, method, successStatus, errorStatuses } of endpoints) {
    const operation = document.paths?.[path]?.[operationKeys[method]];
    if (operation?.responses === undefined) throw new Error(`The generated document lacks ${method} ${path}.`);
    operation.responses = {
      [successStatus]: operation.responses[200],
      ...Object.fromEntries(errorStatuses.map((status) => [status, errorResponse(status)])),
    };
  }
}

function errorResponse(status: ErrorStatus) {
  const content = { "application/json": { schema: { $ref: "#/components/schemas/Error" } } };
  return { description: errorDescriptions[status], content };
}

const operationKeys = {
  GET: "get",
  POST: "post",
  PUT: "put",
  PATCH: "patch",
  DELETE: "delete",
} as const satisfies Record<Endpoint["method"], string>;

const errorDescriptions = {
  400: "The input is not valid.",
  401: "The API key is missing, unknown or revoked.",
  404: "There is no such resource in this tenant, or no such tenant.",
  409: "The change contradicts what is there.",
  413: "The body is too large.",
  415: "The body is not JSON.",
  500: "Something went wrong on our side.",
  503: "The directory cannot be reached at the moment; try again after `Retry-After` seconds.",
} as const satisfies Record<ErrorStatus, string>;
