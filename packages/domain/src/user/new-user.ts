import type { Actor } from "../event/event.ts";
import type { Origin, UserDraft } from "./user.ts";

/** A user about to be made, and who makes it. */
export interface NewUser {
  readonly draft: UserDraft;
  readonly origin: Origin;
  readonly connectionId: string | null;
  readonly actor: Actor;
}
