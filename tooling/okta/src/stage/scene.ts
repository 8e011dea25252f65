import type { Call, Reply } from "../client/call.ts";

/** One admin action while it is played: what it asks, and what it requires of the answers. */
export interface Scene {
  /** Sends a call and checks what every reply must be. @throws TransportError when no answer came. */
  ask(call: Call): Promise<Reply>;
  /** Notes a requirement. `found` says what was there instead. */
  require(text: string, met: boolean, found?: unknown): void;
  /** A requirement without which the action cannot go on. @throws SceneEnd when it is not met. */
  insist(text: string, met: boolean, found?: unknown): void;
  /** Notes a time, which depends on the machine and never fails the run. */
  advise(text: string, met: boolean, found?: unknown): void;
}

/** Ends the action early; the unmet requirement is already noted. */
export class SceneEnd extends Error {
  override readonly name = "SceneEnd";
}
