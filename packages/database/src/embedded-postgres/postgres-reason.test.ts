import { describe, expect, it } from "vitest";
import { postgresReason } from "./postgres-reason.ts";

describe("postgresReason", () => {
  it("prefers a PANIC, then a FATAL, over what follows them", () => {
    const fatal = '2026-01-01 UTC [7] FATAL:  data directory "/x" has wrong ownership\n2026-01-01 UTC [7] HINT:  ask\n';
    expect(postgresReason(fatal)).toBe('data directory "/x" has wrong ownership');
    expect(postgresReason(`${fatal}2026 UTC [7] PANIC:  could not locate a valid checkpoint record\n${fatal}`)).toBe(
      "could not locate a valid checkpoint record",
    );
  });

  it("understands initdb, plain lines and silence", () => {
    expect(postgresReason("The files belong to you.\ninitdb: error: cannot be run as root\ninitdb: hint: no\n")).toBe(
      "cannot be run as root",
    );
    expect(postgresReason("postgres: error while loading shared libraries: libz.so.1\n\n")).toBe(
      "postgres: error while loading shared libraries: libz.so.1",
    );
    expect(postgresReason("")).toBe("it gave no reason");
  });
});
