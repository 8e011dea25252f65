import { readdirSync, readFileSync } from "node:fs";

/**
 * CPU time in milliseconds that a process, everything it started, and everything those started have used so far. What has
 * ended meanwhile is in it: the kernel adds a child's time to its parent's when the parent takes note of the end.
 *
 * Running threads are read from schedstat, in nanoseconds: proc_pid_stat(5) counts in steps of 10 ms, which over twenty
 * connections is more than the differences that are looked for.
 */
export function cpuTimeMs(pid: number): number {
  return treeOf(pid).reduce((total, member) => total + runningMs(member) + endedChildrenMs(member), 0);
}

/** The process and all its living descendants. */
export function treeOf(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(treeOf)];
}

const NANOSECONDS_PER_MS = 1_000_000;
/** USER_HZ, which is 100 on every Linux that Node and Postgres run on. */
const MS_PER_TICK = 10;

function runningMs(pid: number): number {
  const nanoseconds = namesIn(`/proc/${pid}/task`).map((thread) =>
    Number(textOf(`/proc/${pid}/task/${thread}/schedstat`).split(" ", 1)[0]),
  );
  return nanoseconds.reduce((total, each) => total + each, 0) / NANOSECONDS_PER_MS;
}

function endedChildrenMs(pid: number): number {
  return parseEndedChildrenTicks(textOf(`/proc/${pid}/stat`)) * MS_PER_TICK;
}

/** cutime and cstime of proc_pid_stat(5), which follow the command's name; that one may hold anything, even brackets. */
export function parseEndedChildrenTicks(stat: string): number {
  const afterName = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(afterName[13] ?? 0) + Number(afterName[14] ?? 0);
}

function childrenOf(pid: number): number[] {
  const list = textOf(`/proc/${pid}/task/${pid}/children`).trim();
  return list === "" ? [] : list.split(" ").map(Number);
}

/** Empty when it has ended meanwhile. */
function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
