import { consistencies, MAX_IDEMPOTENCY_KEY_LENGTH } from "@rollcall/domain";
import type { OpenAPIObject } from "trpc-openapi";
import { operationKeys } from "./correct-responses.ts";
import type { Endpoint } from "./list-endpoints.ts";

/** Adds what the generator cannot know: the headers, and the scope each operation needs. */
export function correctRequests(document: OpenAPIObject, endpoints: readonly Endpoint[]): void {
  for (const { path, method, access, idempotent, mayLag } of endpoints) {
    const operation = document.paths?.[path]?.[operationKeys[method]];
    if (operation === undefined) throw new Error(`The generated document lacks ${method} ${path}.`);
    for (const parameter of operation.parameters ?? []) describeParameter(parameter);
    if (idempotent) operation.parameters = [...(operation.parameters ?? []), idempotencyKey];
    if (mayLag) operation.parameters = [...(operation.parameters ?? []), consistency];
    const scopes = access === "public" || access === "authenticated" ? [] : [access];
    operation.security = access === "public" ? [] : [{ apiKey: scopes }, { jwt: scopes }];
    if (scopes.length > 0) operation.description = `${operation.description ?? ""} Scope: \`${scopes.join("")}\`.`;
  }
}

/** Readers of the document look for a parameter's description beside its schema, not inside. */
function describeParameter(parameter: NonNullable<OpenAPIOperation["parameters"]>[number]): void {
  if (!("schema" in parameter) || parameter.schema === undefined || !("description" in parameter.schema)) return;
  const { description } = parameter.schema;
  if (description !== undefined) parameter.description = description;
}

type OpenAPIOperation = NonNullable<NonNullable<OpenAPIObject["paths"]>[string]["get"]>;

const idempotencyKey = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "Unique for each request that is not a repetition; a repetition within 24 hours gets the first answer.",
  schema: { type: "string", minLength: 1, maxLength: MAX_IDEMPOTENCY_KEY_LENGTH },
  example: "5f2b6d0e-1c1f-4b0e-9d53-2f1a8f9f6c11",
} as const;

const consistency = {
  name: "Rollcall-Consistency",
  in: "header" as const,
  required: false,
  description:
    "`eventual`: the answer may be some seconds behind, and comes from a read replica where there is one. `strong`: it holds all that was done before.",
  schema: { type: "string" as const, enum: [...consistencies], default: "strong" },
  example: "eventual",
};
