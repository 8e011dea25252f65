import type { BreakingChange } from "./breaking-change.ts";
import { compareOperations } from "./compare-operations.ts";
import { listOperations } from "./list-operations.ts";
import type { OpenApi, Operation } from "./openapi.ts";
import { sameJson } from "./same-json.ts";

/**
 * What callers who rely on the released document could stumble over. Requests may only become more permissive and
 * answers only more specific; an additional operation, optional input, or property of an answer breaks nobody.
 */
export function findBreakingChanges(released: OpenApi, current: OpenApi): readonly BreakingChange[] {
  return [
    ...compareServers(released, current),
    ...compareSecuritySchemes(released, current),
    ...[...listOperations(released)].flatMap(([route, operation]) => {
      const successor = listOperations(current).get(route);
      if (successor === undefined) return [{ at: route, change: whereTo(operation, current) }];
      return compareOperations(
        { at: route, document: released, operation },
        { document: current, operation: successor },
      );
    }),
  ];
}

function whereTo({ operationId }: Operation, current: OpenApi): string {
  const moved = [...listOperations(current)].find(([, operation]) => operation.operationId === operationId);
  return moved === undefined || operationId === undefined ? "is gone" : `has moved to ${moved[0]}`;
}

function compareServers(released: OpenApi, current: OpenApi): BreakingChange[] {
  const urls = new Set(current.servers?.map(({ url }) => url));
  const lost = (released.servers ?? []).filter(({ url }) => !urls.has(url));
  return lost.map(({ url }) => ({ at: `server ${url}`, change: "is gone" }));
}

function compareSecuritySchemes(released: OpenApi, current: OpenApi): BreakingChange[] {
  return Object.entries(released.components?.securitySchemes ?? {}).flatMap(([name, scheme]) => {
    const successor = current.components?.securitySchemes?.[name];
    const change = successor === undefined ? "is gone" : "works in another way";
    const same = successor !== undefined && sameJson(described(scheme), described(successor));
    return same ? [] : [{ at: `security scheme ${name}`, change }];
  });
}

function described(scheme: object): object {
  return { ...scheme, description: undefined };
}
