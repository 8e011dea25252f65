import type { Trial } from "../presets/preset.ts";
import type { Directory } from "../scenarios/scenario.ts";
import type { Endpoint } from "./endpoint.ts";

/** What a trial works on: groups of its own size, or the smallest ones when groups are not what it is about. */
export function directoriesOf({ directories }: Endpoint, { subject }: Trial): Directory[] {
  return directories.map((directory) => {
    const smallest = Math.min(...directory.groups.map(({ size }) => size));
    const wanted = subject.unit === "members" ? subject.size : smallest;
    return { ...directory, groups: directory.groups.filter(({ size }) => size === wanted) };
  });
}
