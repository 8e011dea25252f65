import { execFileSync, spawnSync } from "node:child_process";
import { treeOf } from "../measure/cpu-time.ts";

/** Servers and Postgres share a core; whoever asks them has another one. */
export type Core = "servers" | "load";

/** Keeps processes on a core of their own. */
export interface Pinning {
  /** One phrase for people. */
  readonly description: string;
  /** The command line that runs `command` on a core. */
  commandLine(core: Core, command: readonly string[]): { readonly file: string; readonly args: string[] };
  /** Moves a process and what it has started. */
  move(core: Core, pid: number): void;
}

const coreNumbers = { servers: "0", load: "1" } as const satisfies Record<Core, string>;

/** Pins by taskset; where it, or a second core, is missing, nothing is pinned. */
export function createPinning(): Pinning {
  const works = Object.values(coreNumbers).every((core) => spawnSync("taskset", ["-c", core, "true"]).status === 0);
  return works ? pinned : unpinned;
}

const pinned: Pinning = {
  description: "servers and Postgres on core 0, the load generator on core 1",
  commandLine: (core, command) => ({ file: "taskset", args: ["-c", coreNumbers[core], ...command] }),
  move(core, pid) {
    for (const each of treeOf(pid)) execFileSync("taskset", ["-a", "-c", "-p", coreNumbers[core], String(each)]);
  },
};

const unpinned: Pinning = {
  description: "not pinned: taskset or a second core is missing",
  commandLine: (_core, [file = "", ...args]) => ({ file, args }),
  move: () => undefined,
};
