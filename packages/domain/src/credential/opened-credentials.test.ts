import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createOpenedCredentials } from "./opened-credentials.ts";
import { createVerdictCache } from "./verdict-cache.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

it("a credential that opened is known until the verdict it opened by runs out, and no longer", async () => {
  const opened = createOpenedCredentials<string>();
  const readVerdict = createVerdictCache<string>();
  const read = vi.fn<() => Promise<string>>(async () => "live");
  const first = readVerdict("id", read);
  vi.advanceTimersByTime(900);
  const second = readVerdict("id", read);
  expect([read.mock.calls.length, second.goodUntil]).toEqual([1, first.goodUntil]);
  opened.remember("secret", { value: "tenant", goodUntil: second.goodUntil });
  expect([opened.find("secret"), opened.find("Secret")]).toEqual(["tenant", undefined]);
  vi.advanceTimersByTime(99);
  expect(opened.find("secret")).toBe("tenant");
  vi.advanceTimersByTime(1);
  expect(opened.find("secret")).toBeUndefined();
  expect(await readVerdict("id", read).value).toBe("live");
  expect(read).toHaveBeenCalledTimes(2);
});

it("neither an outage nor an unknown credential is kept", async () => {
  const readVerdict = createVerdictCache<string>();
  await expect(readVerdict("id", () => Promise.reject(new Error("down"))).value).rejects.toThrow("down");
  expect(await readVerdict("id", async () => undefined).value).toBeUndefined();
  expect(await readVerdict("id", async () => "live").value).toBe("live");
});
