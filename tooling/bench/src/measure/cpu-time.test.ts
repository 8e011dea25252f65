import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { cpuTimeMs, parseEndedChildrenTicks, treeOf } from "./cpu-time.ts";

const BURN_MS = 200;
/** Looks at the time rarely: asking for it takes long. */
const BURN = `
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1_000; };
  const end = used() + ${BURN_MS};
  while (used() < end) for (let i = 0; i < 1e6; i++);`;

describe("the CPU time of a process", () => {
  it("grows with what it does itself, and not while it waits", async () => {
    const script = `process.stdin.once("data", () => { ${BURN} console.log("done"); });`;
    const child = spawn(process.execPath, ["-e", `${script} console.log("ready");`], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const { pid = 0 } = child;
    await once(child.stdout, "data");
    const before = cpuTimeMs(pid);
    child.stdin.write("go");
    await once(child.stdout, "data");
    expect(cpuTimeMs(pid) - before).toBeGreaterThanOrEqual(BURN_MS * 0.9);
    child.kill();
  });

  it("holds what its children used, after they have ended too", async () => {
    const before = cpuTimeMs(process.pid);
    const child = spawn(process.execPath, ["-e", BURN]);
    await once(child, "close");
    expect(treeOf(process.pid)).not.toContain(child.pid);
    expect(cpuTimeMs(process.pid) - before).toBeGreaterThanOrEqual(BURN_MS * 0.9);
  });

  it("is of the whole tree", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000); console.log('ready')"]);
    await once(child.stdout, "data");
    expect(treeOf(process.pid)).toContain(child.pid);
    child.kill();
    await once(child, "close");
  });

  it("is nothing for a process that is gone", () => {
    expect(cpuTimeMs(2 ** 22 + 1)).toBe(0);
  });

  it("reads the times of children from behind a name that holds brackets and spaces", () => {
    const stat = "42 (a) b (c)) S 1 42 42 0 -1 4194560 100 200 0 0 11 12 13 14 20 0 1 0 1000 1 1";
    expect(parseEndedChildrenTicks(stat)).toBe(13 + 14);
  });
});
