import { isDeepStrictEqual } from "node:util";
import { DomainError } from "../error/domain-error.ts";
import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkName } from "../identity/check-name.ts";
import {
  type Connection,
  type ConnectionState,
  type IdentityProvider,
  MAX_CONNECTION_NAME_LENGTH,
  type UnknownMembers,
} from "./connection.ts";
import type { ConnectionRepository } from "./connection-repository.ts";

export interface ConnectionChange {
  readonly id: string;
  readonly name?: string | undefined;
  readonly identityProvider?: IdentityProvider | undefined;
  readonly state?: ConnectionState | undefined;
  readonly uniqueGroupNames?: boolean | undefined;
  readonly unknownMembers?: UnknownMembers | undefined;
  readonly actor: Actor;
}

/** Changes what is given and leaves the rest. @throws DomainError `not_found`, `invalid_value`. */
export async function updateConnection(
  connections: ConnectionRepository,
  change: ConnectionChange,
): Promise<Connection> {
  const { id, actor } = change;
  const changed = await connections.change(id, (current) => {
    const wanted = withChange(current, change);
    if (isDeepStrictEqual(current, wanted)) return undefined;
    const next = { ...wanted, updatedAt: new Date() };
    return { next, event: newEvent("connection.updated", actor, { id, version: null, data: { connection: next } }) };
  });
  if (changed === undefined) throw new DomainError({ code: "not_found", resource: "connection", id });
  return changed;
}

function withChange(current: Connection, change: ConnectionChange): Connection {
  return {
    ...current,
    name: change.name === undefined ? current.name : checkName("name", change.name, MAX_CONNECTION_NAME_LENGTH),
    identityProvider: change.identityProvider ?? current.identityProvider,
    state: change.state ?? current.state,
    uniqueGroupNames: change.uniqueGroupNames ?? current.uniqueGroupNames,
    unknownMembers: change.unknownMembers ?? current.unknownMembers,
  };
}
