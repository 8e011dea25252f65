import { readFileSync, writeFileSync } from "node:fs";
import { treeOf } from "./cpu-time.ts";

/** From now on `peakMemoryMb` tells of what comes. See proc_pid_clear_refs(5). */
export function forgetPeakMemory(pid: number): void {
  for (const member of treeOf(pid)) writeFileSync(`/proc/${member}/clear_refs`, "5");
}

/** The most resident memory a process and what it started had, in MB, since it was last forgotten. */
export function peakMemoryMb(pid: number): number {
  return treeOf(pid).reduce((total, member) => total + peakOf(member), 0);
}

const KB_PER_MB = 1_024;

function peakOf(pid: number): number {
  const [, kilobytes = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / KB_PER_MB;
}
