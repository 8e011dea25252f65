import type { Reply } from "../client/call.ts";
import type { Scene } from "../stage/scene.ts";

/** The status is one of those; nothing else of the reply is worth reading otherwise, so the action ends. */
export function requireStatus(scene: Scene, reply: Reply, ...allowed: readonly [number, ...number[]]): void {
  scene.insist(
    `status is ${allowed.join(" or ")}`,
    allowed.includes(reply.status),
    `${reply.status} ${reply.text}`.trim(),
  );
}
