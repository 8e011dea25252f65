import type { TargetName } from "../presets/preset.ts";
import type { World } from "./world.ts";

/** A directory of a target, and how many users requests have created in it. */
export interface Created {
  readonly target: TargetName;
  readonly directory: string;
  users: number;
}

/** @throws Error unless each directory holds what it was seeded with and what was created since: no less, no more. */
export async function checkDirectories(world: World, created: readonly Created[]): Promise<void> {
  for (const { target, directory, users } of created) {
    const endpoint = world.endpoint(target, directory);
    const seeded = endpoint.directories.reduce((total, { size }) => total + size, 0);
    const found = await endpoint.countUsers();
    if (found === seeded + users) continue;
    throw new Error(`${target} holds ${found} users in ${directory}, but ${seeded} + ${users} were put into it`);
  }
}
