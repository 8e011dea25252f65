import { findBreakingChanges } from "./find-breaking-changes.ts";
import type { OpenApi, Operation, Schema } from "./openapi.ts";

export const ok = { "200": { content: { "application/json": { schema: { type: "string" } } } } } as const;

export function documentOf(operation: Partial<Operation>, rest: Partial<OpenApi> = {}): OpenApi {
  return { paths: { "/users": { get: { operationId: "listUsers", responses: ok, ...operation } } }, ...rest };
}

export function changesOf(released: OpenApi, current: OpenApi): string[] {
  return findBreakingChanges(released, current).map(({ at, change }) => `${at}: ${change}`);
}

export function asRequest(schema: Schema): OpenApi {
  return documentOf({ requestBody: { required: true, content: { "application/json": { schema } } } });
}

export function asAnswer(schema: Schema): OpenApi {
  return documentOf({ responses: { "200": { content: { "application/json": { schema } } } } });
}

export const object = (properties: Record<string, Schema>, required: string[] = []): Schema => ({
  type: "object",
  properties,
  required,
  additionalProperties: false,
});
export const text = { type: "string" } as const;
