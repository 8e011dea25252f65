import type { BreakingChange } from "./breaking-change.ts";
import { compareSchemas } from "./compare-schemas.ts";
import type { Content, OpenApi, Operation, Parameter, SecurityRequirement } from "./openapi.ts";
import { resolveResponse } from "./resolve-response.ts";

interface Side {
  readonly document: OpenApi;
  readonly operation: Operation;
}

/** What breaks callers of one operation, which is at the same path and method in both documents. */
export function compareOperations(released: Side & { readonly at: string }, current: Side): BreakingChange[] {
  const { at } = released;
  const oldId = released.operation.operationId;
  const newId = current.operation.operationId;
  return [
    ...(oldId === newId ? [] : [{ at, change: `has a new operationId: ${oldId} became ${newId}` }]),
    ...compareSecurity(released, current),
    ...compareParameters(released, current),
    ...compareBodies(released, current),
    ...compareResponses(released, current),
  ];
}

type Released = Side & { readonly at: string };

/** Whoever was let in before must still be let in: one of the new alternatives asks for no more than the old one. */
function compareSecurity({ at, ...released }: Released, current: Side): BreakingChange[] {
  const alternatives = securityOf(current);
  const refused = securityOf(released).filter((old) => !alternatives.some((each) => asksNoMore(each, old)));
  return refused.map((old) => ({ at, change: `no longer lets in whoever has ${JSON.stringify(old)}` }));
}

function securityOf({ document, operation }: Side): readonly SecurityRequirement[] {
  const alternatives = operation.security ?? document.security ?? [];
  return alternatives.length === 0 ? [{}] : alternatives;
}

function asksNoMore(requirement: SecurityRequirement, old: SecurityRequirement): boolean {
  return Object.entries(requirement).every(
    ([scheme, scopes]) => scopes.every((scope) => old[scheme]?.includes(scope)) && scheme in old,
  );
}

function compareParameters({ at, ...released }: Released, current: Side): BreakingChange[] {
  const old = parametersOf(released);
  const now = parametersOf(current);
  const demanded = [...now].filter(([key, { required }]) => required === true && old.get(key)?.required !== true);
  return [
    ...demanded.map(([key]) => ({ at: `${at} · ${key}`, change: "is now required" })),
    ...[...old].flatMap(([key, { schema }]) => {
      const successor = now.get(key);
      if (successor === undefined) return [{ at: `${at} · ${key}`, change: "is gone" }];
      const sides = { released: released.document, current: current.document, direction: "request" } as const;
      return compareSchemas({ ...sides, at: `${at} · ${key}` }, schema, successor.schema);
    }),
  ];
}

function parametersOf({ operation }: Side): ReadonlyMap<string, Parameter> {
  return new Map(operation.parameters?.map((each) => [`${each.in} parameter ${each.name}`, each]));
}

function compareBodies({ at: route, ...released }: Released, current: Side): BreakingChange[] {
  const at = `${route} · request`;
  const old = released.operation.requestBody;
  const now = current.operation.requestBody;
  const demanded = now?.required === true && old?.required !== true;
  if (old === undefined || now === undefined) {
    if (old === undefined) return demanded ? [{ at, change: "is now required" }] : [];
    return [{ at, change: "is gone" }];
  }
  return [
    ...(demanded ? [{ at, change: "is now required" }] : []),
    ...compareContents({ at, direction: "request", released, current }, old.content, now.content),
  ];
}

interface Exchange {
  readonly at: string;
  readonly direction: "request" | "response";
  readonly released: Side;
  readonly current: Side;
}

function compareContents(exchange: Exchange, old: Content = {}, now: Content = {}): BreakingChange[] {
  const { at, direction, released, current } = exchange;
  return Object.entries(old).flatMap(([mediaType, { schema }]) => {
    const successor = now[mediaType];
    if (successor === undefined) return [{ at, change: `is no longer possible as ${mediaType}` }];
    const comparison = { at, direction, released: released.document, current: current.document };
    return compareSchemas(comparison, schema, successor.schema);
  });
}

function compareResponses({ at: route, ...released }: Released, current: Side): BreakingChange[] {
  const old = released.operation.responses;
  const now = current.operation.responses;
  const additional = Object.keys(now).filter((status) => status.startsWith("2") && !(status in old));
  return [
    ...additional.map((status) => ({ at: `${route} · ${status}`, change: "is a new status of success" })),
    ...Object.entries(old).flatMap(([status, response]) => {
      const at = `${route} · ${status}`;
      const successor = now[status];
      if (successor === undefined) return [{ at, change: "is gone" }];
      const before = resolveResponse(response, released.document);
      const after = resolveResponse(successor, current.document);
      const lost = Object.keys(before.headers ?? {}).filter((name) => !(name in (after.headers ?? {})));
      return [
        ...lost.map((name) => ({ at: `${at} · header ${name}`, change: "is gone" })),
        ...compareContents({ at, direction: "response", released, current }, before.content, after.content),
      ];
    }),
  ];
}
