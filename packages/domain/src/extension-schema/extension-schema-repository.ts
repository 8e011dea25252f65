import type { NewEvent } from "../event/new-event.ts";
import type { ExtensionSchema } from "./extension-schema.ts";

/** The extension schemas of one tenant. */
export interface ExtensionSchemaRepository {
  /** All of them, oldest first. */
  list(): Promise<readonly ExtensionSchema[]>;
  /** Runs `work` in one transaction, one at a time per tenant; what it throws undoes everything. */
  transact<TResult>(work: (transaction: ExtensionSchemaTransaction) => Promise<TResult>): Promise<TResult>;
}

export interface ExtensionSchemaTransaction {
  list(): Promise<readonly ExtensionSchema[]>;
  /** Adds a schema, or replaces the one with its id. Values that need be unique no more are let go. */
  put(schema: ExtensionSchema): Promise<void>;
  /** Removes a schema, unless a user holds values of it. @returns whether it was removed. */
  deleteUnused(schema: ExtensionSchema): Promise<boolean>;
  record(event: NewEvent): Promise<void>;
}
