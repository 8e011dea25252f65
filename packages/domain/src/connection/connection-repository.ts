import type { NewEvent } from "../event/new-event.ts";
import type { Connection } from "./connection.ts";

/** The connections of one tenant. */
export interface ConnectionRepository {
  insert(connection: Connection, event: NewEvent): Promise<void>;
  find(id: string): Promise<Connection | undefined>;
  /** All of them, oldest first. */
  list(): Promise<readonly Connection[]>;
  /** @returns false when there is no such connection. */
  update(connection: Connection, event: NewEvent): Promise<boolean>;
}
