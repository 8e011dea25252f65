import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env.ts";

describe("readEnvironment", () => {
  it("has a default for everything", () => {
    expect(readEnvironment({})).toEqual({ apiPort: 4000, scimPort: 4001, host: "127.0.0.1" });
  });

  it("takes what is given", () => {
    const pepper = "p".repeat(32);
    expect(
      readEnvironment({
        ROLLCALL_API_PORT: "0",
        ROLLCALL_SCIM_PORT: "65535",
        ROLLCALL_HOST: "::1",
        ROLLCALL_DATA_DIR: "data",
        DATABASE_URL: "postgresql://me:secret@db/rollcall",
        ROLLCALL_SCIM_URL: "https://scim.example.com/scim/",
        ROLLCALL_PEPPER: pepper,
        ROLLCALL_LOG_LEVEL: "debug",
        ROLLCALL_API_URL: "https://api.example.com",
        ROLLCALL_API_KEY: "rlk_key",
      }),
    ).toEqual({
      apiPort: 0,
      scimPort: 65_535,
      host: "::1",
      dataDir: "data",
      databaseUrl: "postgresql://me:secret@db/rollcall",
      scimUrl: "https://scim.example.com/scim",
      pepper,
      logLevel: "debug",
      remote: { apiUrl: "https://api.example.com", apiKey: "rlk_key" },
    });
  });

  it.each([
    ["ROLLCALL_API_PORT", "banana", '"banana", but it must be a port from 0 to 65535'],
    ["ROLLCALL_API_PORT", "", '"", but it must be a port'],
    ["ROLLCALL_SCIM_PORT", "65536", '"65536", but it must be a port'],
    ["ROLLCALL_SCIM_PORT", "-1", '"-1", but it must be a port'],
    ["ROLLCALL_HOST", "http://x", "but it must be an IP address or a host name"],
    ["ROLLCALL_DATA_DIR", "", "but it must be the path of a folder"],
    ["ROLLCALL_SCIM_URL", "scim.example.com", "but it must be an http or https URL without a query"],
    ["ROLLCALL_LOG_LEVEL", "loud", "but it must be one of fatal, error, warn"],
    ["ROLLCALL_PEPPER", "", '"", but it must be a secret of at least 32 characters'],
  ])("refuses %s=%j, naming the variable, its value and what is allowed", (name, value, sentence) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(
      `${name} is ${sentence.replace(/^but/, `"${value}", but`)}`,
    );
  });

  it.each([
    ["ROLLCALL_PEPPER", "too short"],
    ["DATABASE_URL", "mysql://me:secret@db"],
    ["ROLLCALL_API_KEY", "rlc_wrong_kind"],
  ])("does not repeat the secret in %s", (name, value) => {
    const refusal = () => readEnvironment({ [name]: value, ROLLCALL_API_URL: "http://127.0.0.1" });
    expect(refusal).toThrow(`${name} is a text of ${value.length} characters, but it must be`);
    expect(refusal).not.toThrow(value);
  });

  it("wants the API's URL and key together", () => {
    expect(() => readEnvironment({ ROLLCALL_API_URL: "http://127.0.0.1" })).toThrow(
      "ROLLCALL_API_URL is set, but ROLLCALL_API_KEY is not: set both, or none.",
    );
    expect(() => readEnvironment({ ROLLCALL_API_KEY: "rlk_x" })).toThrow(
      "ROLLCALL_API_KEY is set, but ROLLCALL_API_URL",
    );
  });
});
