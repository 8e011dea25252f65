import { describe, expect, it } from "vitest";
import { readEnvironment } from "../env.ts";
import { checkParts } from "./check-parts.ts";

const shared = { DATABASE_URL: "postgres://db/rollcall", ROLLCALL_PEPPER: "p".repeat(32) };
const check = (variables: Readonly<Record<string, string>>) => checkParts(readEnvironment(variables));

describe("checkParts", () => {
  it.each([
    {},
    { ROLLCALL_WORKERS: "4" },
    { ...shared, ROLLCALL_ONLY: "scim", ROLLCALL_WORKERS: "4" },
    { ...shared, ROLLCALL_ONLY: "jobs" },
    { ...shared, ROLLCALL_ONLY: "api,jobs", ROLLCALL_SCIM_URL: "https://scim.example.com/scim" },
  ])("takes %j: a part runs with what it shares with the others", (variables) => {
    expect(() => check(variables)).not.toThrow();
  });

  it.each([
    [{ ROLLCALL_ONLY: "scim" }, "Only scim would run here: name the Postgres that all parts share in DATABASE_URL."],
    [
      { DATABASE_URL: shared.DATABASE_URL, ROLLCALL_ONLY: "scim,jobs" },
      "Only scim and jobs would run here: set ROLLCALL_PEPPER",
    ],
    [{ ...shared, ROLLCALL_ONLY: "api" }, "set ROLLCALL_SCIM_URL to what identity providers are told to call."],
    [{ ...shared, ROLLCALL_ONLY: "jobs", ROLLCALL_WORKERS: "2" }, "leave --workers and ROLLCALL_WORKERS out."],
  ])("refuses %j", (variables, sentence) => {
    expect(() => check(variables)).toThrow(sentence);
  });
});
