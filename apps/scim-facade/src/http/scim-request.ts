import type { Actor, Directory, GroupRules, TokenIdentity } from "@rollcall/domain";
import type { JsonObject, JsonValue, ResourceType, ScimGroup, ScimUser } from "@rollcall/scim";
import type { ScimEntitlement, ScimRole } from "../catalog/catalog-types.ts";

/** A request whose sender is known, bound to the sender's tenant. */
export interface ScimRequest {
  readonly identity: TokenIdentity;
  readonly directory: Directory;
  readonly actor: Actor;
  /** What resources of the tenant look like. */
  readonly types: ResourceTypes;
  /** What the connection's settings say of groups. */
  readonly groupRules: GroupRules;
  /** Where the facade's resources are, without a trailing slash: the start of every `location`. */
  readonly baseUrl: string;
  /** The last part of the path for a single resource; "" for a collection. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** null when the request has no body. */
  readonly body: JsonValue;
  readonly ifMatch: string | undefined;
  readonly ifNoneMatch: string | undefined;
  /** Counts what is worth several requests against the sender's rate limits. @throws OverloadError above them. */
  readonly countMore: (requests: number) => Promise<void>;
  /** Logs a fault of ours that the reply mentions and does not consist of. */
  readonly reportFault: (error: unknown) => void;
}

export interface ResourceTypes {
  readonly user: ResourceType<ScimUser>;
  readonly group: ResourceType<ScimGroup>;
  readonly role: ResourceType<ScimRole>;
  readonly entitlement: ResourceType<ScimEntitlement>;
}

export interface ScimReply {
  readonly status: 200 | 201 | 204 | 304;
  readonly body?: JsonObject;
  /** In the place of `body`: what is JSON text already. */
  readonly json?: string;
  /** In the place of both: JSON text in pieces, for what is too large to be held as a whole. */
  readonly pieces?: AsyncIterable<string>;
  /** Of a created resource. */
  readonly location?: string;
  readonly etag?: string;
}

/** Answers one method of one endpoint. @throws ScimError or DomainError for every refusal. */
export type ScimHandler = (request: ScimRequest) => Promise<ScimReply>;
