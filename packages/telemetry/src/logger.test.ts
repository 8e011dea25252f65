import { describe, expect, it } from "vitest";
import { createLogger, type Logger } from "./logger.ts";

const CANARY = "c4n4ry0123456789c4n4ry";
const TOKEN = `rlc_${CANARY}`;

/** What `log` wrote, as text and as the parsed last line. */
function written(log: (logger: Logger) => void): { text: string; line: Record<string, unknown> } {
  let text = "";
  const destination = { write: (chunk: string) => void (text += chunk) };
  log(createLogger({ level: "debug", name: "test", destination }));
  const line: Record<string, unknown> = JSON.parse(text.trimEnd().split("\n").at(-1) ?? "");
  return { text, line };
}

describe("createLogger", () => {
  it("writes JSON lines with a level by name and an ISO time", () => {
    const { line } = written((logger) => logger.info({ userId: "u1", count: 3 }, "done"));
    expect(line).toEqual({
      level: "info",
      time: expect.any(String),
      name: "test",
      pid: process.pid,
      userId: "u1",
      count: 3,
      msg: "done",
    });
    expect(new Date(String(line["time"])).toISOString()).toBe(line["time"]);
  });

  it("leaves out what is below its level", () => {
    const { text } = written((logger) => {
      logger.trace("quiet");
      logger.debug("loud");
    });
    expect(text).not.toContain("quiet");
    expect(text).toContain("loud");
  });

  const leaks: Record<string, (logger: Logger) => void> = {
    "a header": (logger) => logger.info({ req: { headers: { authorization: `Bearer ${CANARY}` } } }),
    "a header in capitals": (logger) => logger.info({ headers: { Authorization: CANARY, "Set-Cookie": [CANARY] } }),
    "raw headers": (logger) => logger.info({ rawHeaders: ["Authorization", `Bearer ${CANARY}`] }),
    "a query": (logger) => logger.info({ url: `/scim/Users?count=1&access_token=${CANARY}` }),
    "a nested object": (logger) =>
      logger.info({ a: [{ b: { c: { clientSecret: CANARY, password: { old: CANARY } } } }] }),
    "a field of any name": (logger) =>
      logger.info({ note: `got ${TOKEN}`, list: [`rlk_${CANARY}`, `whsec_${CANARY}`] }),
    "the message": (logger) => logger.info(`token ${TOKEN}, was refused`),
    "a message's arguments": (logger) => logger.info("header %s and %j", TOKEN, { authorization: `Basic ${CANARY}` }),
    "a child's bindings": (logger) =>
      logger.child({ apiKey: CANARY, from: TOKEN, err: new Error(TOKEN) }).info("hello"),
    "an error's message and stack": (logger) => logger.error(new Error(`refused ${TOKEN}`)),
    "an error's cause": (logger) => logger.error({ err: new Error("x", { cause: new Error(`Bearer ${CANARY}`) }) }),
    "an error's own fields": (logger) =>
      logger.error(Object.assign(new Error("x"), { detail: `Key (name)=(${CANARY})` })),
    "a cause that is no error": (logger) => logger.error(new Error("x", { cause: { token: CANARY } })),
    "an error under any name": (logger) => logger.error({ first: [new Error(TOKEN)] }),
    "a connection string": (logger) =>
      logger.info({ databaseUrl: `postgres://rollcall:${CANARY}@127.0.0.1:5432/postgres` }),
    "a whole object of another class": (logger) =>
      logger.info({ headers: new Headers({ "x-any": CANARY }), map: new Map([[CANARY, 1]]) }),
  };
  it.each(Object.entries(leaks))("hides a secret in %s", (_where, log) => {
    const { text, line } = written(log);
    expect(text).not.toContain(CANARY);
    expect(line["level"]).toMatch(/info|error/);
  });

  it("keeps what helps: an error's type, message, stack, code and causes, and the kind of a token", () => {
    const cause = Object.assign(new TypeError("root"), { code: "ECONNREFUSED" });
    const { line } = written((logger) => logger.error(new Error(`bad ${TOKEN}`, { cause }), "failed"));
    expect(line).toMatchObject({
      msg: "failed",
      err: {
        type: "Error",
        message: "bad rlc_[redacted]",
        stack: expect.stringContaining("logger.test.ts"),
        cause: { type: "TypeError", message: "root", code: "ECONNREFUSED" },
      },
    });
  });

  it("keeps ids and dates, and survives a cycle", () => {
    const cyclic: Record<string, unknown> = { tokenId: "t1", at: new Date(0), none: null };
    cyclic["self"] = cyclic;
    const { line } = written((logger) => logger.info({ cyclic }));
    expect(line).toMatchObject({ cyclic: { tokenId: "t1", at: "1970-01-01T00:00:00.000Z", none: null } });
    expect(JSON.stringify(line)).toContain("[too deep]");
  });
});
