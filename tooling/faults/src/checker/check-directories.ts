import { isDeepStrictEqual } from "node:util";
import type { Directory, Group, Oddity } from "./evidence.ts";
import type { Replay } from "./replay.ts";

/** Every replica shows what the feed says, no more and no less, and counts it right. */
export function checkDirectories(directories: readonly Directory[], { users, groups }: Replay): Oddity[] {
  const expectedGroups = new Map([...groups].map(([id, group]) => [id, groupOf(group)]));
  return directories.flatMap((directory, index) => [
    ...checkTotals(directory, index),
    ...differences(`user of replica ${index}`, directory.users, users),
    ...differences(`group of replica ${index}`, directory.groups, expectedGroups),
  ]);
}

function checkTotals({ users, groups, totalUsers, totalGroups }: Directory, index: number): Oddity[] {
  const totals = [
    ["users", users.size, totalUsers],
    ["groups", groups.size, totalGroups],
  ] as const;
  return totals
    .filter(([, listed, total]) => listed !== total)
    .map(([what, listed, total]) => ({
      what: `replica ${index} lists ${listed} ${what} and counts ${total}`,
      about: [],
    }));
}

function differences(
  what: string,
  shown: ReadonlyMap<string, unknown>,
  expected: ReadonlyMap<string, unknown>,
): Oddity[] {
  const ids = [...new Set([...shown.keys(), ...expected.keys()])];
  return ids
    .filter((id) => !isDeepStrictEqual(shown.get(id), expected.get(id)))
    .map((id) => ({
      what: `${what} is ${describe(shown.get(id))}, but by the feed ${describe(expected.get(id))}`,
      about: [id],
    }));
}

function groupOf({ version, displayName, memberIds }: Group): Group {
  return { version, displayName, memberIds };
}

function describe(resource: unknown): string {
  if (resource === undefined) return "not there";
  return JSON.stringify(resource, (_key, value: unknown) => (value instanceof Set ? [...value] : value));
}
