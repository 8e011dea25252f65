import type { Consistency, Directory, NewAuditEntry, Peppers, Platform } from "@rollcall/domain";
import type { Caller } from "./caller.ts";

/** What a procedure works with; the edge makes it anew for every request. */
export interface ApiContext extends Peppers {
  /** Opened with the request's provenance, so that every change is audited. */
  readonly platform: Platform;
  /** A tenant's directory, opened likewise. */
  readonly openDirectory: (tenantId: string, consistency: Consistency) => Directory;
  /** Where identity providers push to: the Tenant URL that is handed out with a token. */
  readonly scimUrl: string;
  /** Of Rollcall. */
  readonly version: string;
  /** undefined when the request brought no valid credential. */
  readonly caller: Caller | undefined;
  /** Repeated in every error, so that a report can be found in the log. */
  readonly requestId: string;
  /** Of the request's header, for mutations that must not take effect twice. */
  readonly idempotencyKey: string | undefined;
  /** Of the request's header: whether lists and look-ups may be some seconds behind. */
  readonly consistency: Consistency;
  /** Told of a caller that asked for more than it may; the edge writes it to the audit log. */
  readonly onDenied: (entry: NewAuditEntry) => void;
}
