import type { NewEvent } from "../event/new-event.ts";
import type { Connection } from "./connection.ts";

/** The connections of one tenant. */
export interface ConnectionRepository {
  insert(connection: Connection, event: NewEvent): Promise<void>;
  find(id: string): Promise<Connection | undefined>;
  /** All of them, oldest first. */
  list(): Promise<readonly Connection[]>;
  /**
   * Locks the connection, asks what becomes of it, and writes that with its event; undefined leaves it as it is.
   * @returns the connection as it is then; undefined when there is none.
   */
  change(id: string, decide: (current: Connection) => ConnectionUpdate | undefined): Promise<Connection | undefined>;
}

export interface ConnectionUpdate {
  readonly next: Connection;
  readonly event: NewEvent;
}
