import type { Actor } from "../event/event.ts";
import { newEvent } from "../event/new-event.ts";
import { checkName } from "../identity/check-name.ts";
import { newId } from "../identity/id.ts";
import {
  type Connection,
  defaultConnectionSettings,
  type IdentityProvider,
  MAX_CONNECTION_NAME_LENGTH,
} from "./connection.ts";
import type { ConnectionRepository } from "./connection-repository.ts";

export interface NewConnection {
  readonly name: string;
  readonly identityProvider: IdentityProvider;
  readonly actor: Actor;
}

/** @throws DomainError `invalid_value` for a name that is empty or too long, `not_found` when there is no such tenant. */
export async function createConnection(connections: ConnectionRepository, request: NewConnection): Promise<Connection> {
  const now = new Date();
  const connection: Connection = {
    id: newId(),
    name: checkName("name", request.name, MAX_CONNECTION_NAME_LENGTH),
    identityProvider: request.identityProvider,
    ...defaultConnectionSettings,
    createdAt: now,
    updatedAt: now,
  };
  await connections.insert(
    connection,
    newEvent("connection.created", request.actor, { id: connection.id, version: null, data: { connection } }),
  );
  return connection;
}
