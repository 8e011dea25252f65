import { describe, expect, it } from "vitest";
import { createGate, type Gate, type GateLimits } from "./gate.ts";

const limits: GateLimits = {
  maxRunning: 4,
  maxRunningPerKey: 2,
  maxWaiting: 6,
  maxWaitingPerKey: 3,
  maxWaitMs: 20_000,
};

/** Work that begins when its turn comes, and ends when told. */
function startWork(gate: Gate, key: string, begun: string[] = []) {
  const end = Promise.withResolvers<void>();
  const done = gate.run(key, async () => {
    begun.push(key);
    await end.promise;
  });
  done.catch(() => undefined);
  return { done, end: end.resolve };
}

/** Lets everything go on that can. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("createGate", () => {
  it("does at once what there is room for, and no more of one key than its share", async () => {
    const gate = createGate(limits);
    const begun: string[] = [];
    for (const key of ["a", "a", "a", "b", "b", "c"]) startWork(gate, key, begun);
    await settle();
    expect(begun).toEqual(["a", "a", "b", "b"]);
  });

  it("lets keys take turns, and the work of each in its order", async () => {
    const gate = createGate({ ...limits, maxRunning: 1, maxRunningPerKey: 1 });
    const begun: string[] = [];
    const first = startWork(gate, "a", begun);
    const rest = ["a", "a", "a", "b", "c"].map((key) => startWork(gate, key, begun));
    first.end();
    for (const work of rest) work.end();
    await Promise.all([first.done, ...rest.map(({ done }) => done)]);
    expect(begun).toEqual(["a", "a", "b", "c", "a", "a"]);
  });

  it("refuses at once what would wait behind too much of its own key", async () => {
    const gate = createGate(limits);
    const works = Array.from({ length: limits.maxRunningPerKey + limits.maxWaitingPerKey }, () => startWork(gate, "a"));
    await expect(gate.run("a", async () => "late")).rejects.toMatchObject({
      reason: "rate_limited",
      retryAfterSeconds: 1,
    });
    expect(await gate.run("b", async () => "done")).toBe("done");
    for (const { end } of works) end();
    await Promise.all(works.map(({ done }) => done));
    expect(await gate.run("a", async () => "done")).toBe("done");
  });

  it("refuses at once what would wait behind too much of all", async () => {
    const gate = createGate(limits);
    for (const key of ["a", "a", "b", "b", "c", "c", "c", "d", "d", "d"]) startWork(gate, key);
    await expect(gate.run("e", async () => "late")).rejects.toMatchObject({ reason: "busy" });
  });

  it("refuses what has waited too long, and forgets it", async () => {
    const gate = createGate({ ...limits, maxRunning: 1, maxWaitMs: 10 });
    const begun: string[] = [];
    const holder = startWork(gate, "a", begun);
    await expect(startWork(gate, "b", begun).done).rejects.toMatchObject({ reason: "busy" });
    holder.end();
    await holder.done;
    expect(await gate.run("b", async () => "done")).toBe("done");
    expect(begun).toEqual(["a"]);
  });

  it("makes room when work fails", async () => {
    const gate = createGate({ ...limits, maxRunning: 1 });
    const failure = new Error("failed");
    await expect(gate.run("a", () => Promise.reject(failure))).rejects.toBe(failure);
    expect(await gate.run("a", async () => "done")).toBe("done");
  });
});
