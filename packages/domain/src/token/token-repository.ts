import type { Connection } from "../connection/connection.ts";
import type { DigestChange } from "../credential/peppers.ts";
import type { NewEvent } from "../event/new-event.ts";
import type { Token } from "./token.ts";

/** The tokens of one tenant. */
export interface TokenRepository {
  /**
   * Adds a token to a connection that has fewer than `maxLive` live ones, and writes its events with it. Concurrent
   * calls for one connection wait for each other, so the limit holds.
   * @throws DomainError `not_found` for the connection, `token_limit`.
   */
  insert(token: Token, digest: Uint8Array, options: TokenInsertion): Promise<void>;
  find(id: string): Promise<Token | undefined>;
  /** All of them, also revoked and expired ones, newest first. */
  list(connectionId: string | undefined): Promise<readonly Token[]>;
  /** @returns the token as revoked, or undefined when there is none or it was revoked before. */
  revoke(id: string, event: (token: Token) => NewEvent): Promise<Token | undefined>;
  /** What authentication needs to know, by the database's clock. */
  findVerdict(id: string): Promise<TokenVerdict | undefined>;
  /** Notes a use, at most once a minute. */
  touch(id: string): Promise<void>;
  /** Puts a digest in the place of the one that was read; does nothing when that is there no more. */
  replaceDigest(id: string, change: DigestChange): Promise<void>;
}

export interface TokenInsertion {
  readonly maxLive: number;
  /** A token that ends at the given time at the latest, in the same transaction: the old one of a rotation. */
  readonly endOther?: { readonly id: string; readonly at: Date };
  readonly events: readonly NewEvent[];
}

/** What authentication tells of a connection: whether it may write, and how. */
export type ConnectionRules = Pick<Connection, "id" | "state" | "uniqueGroupNames" | "unknownMembers">;

export interface TokenVerdict {
  readonly tokenId: string;
  readonly connection: ConnectionRules;
  readonly digest: Uint8Array;
  readonly live: boolean;
}
