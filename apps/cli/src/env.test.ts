import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "./env.ts";

describe("readEnvironment", () => {
  it("has a default for everything", () => {
    expect(readEnvironment({})).toEqual({
      apiPort: 4000,
      scimPort: 4001,
      host: "127.0.0.1",
      parts: ["scim", "api", "jobs"],
      workers: 1,
      inProduction: false,
      trustedProxies: [],
      drainMs: 1_000,
      scimRateLimits: {},
      api: {},
      preparedStatements: true,
    });
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
        DATABASE_REPLICA_URL: "postgres://me:secret@standby/rollcall",
        ROLLCALL_DATABASE_CONNECTIONS: "40",
        ROLLCALL_ONLY: "jobs, scim",
        ROLLCALL_WORKERS: "4",
        ROLLCALL_SCIM_URL: "https://scim.example.com/scim/",
        ROLLCALL_TLS_CERT_FILE: "tls.crt",
        ROLLCALL_TLS_KEY_FILE: "tls.key",
        ROLLCALL_TRUSTED_PROXIES: "192.0.2.1, 10.0.0.0/8,::1,2001:db8::/32",
        ROLLCALL_DRAIN_SECONDS: "15",
        ROLLCALL_SCIM_RATE_LIMIT_TENANT: "6000",
        ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: "0",
        ROLLCALL_API_RATE_LIMIT: "0",
        ROLLCALL_API_ALLOWED_ORIGINS: "https://app.example.com, http://localhost:3000",
        ROLLCALL_PREPARED_STATEMENTS: "off",
        ROLLCALL_PEPPER: pepper,
        ROLLCALL_PREVIOUS_PEPPER: "o".repeat(32),
        ROLLCALL_ENV: "production",
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
      databaseReplicaUrl: "postgres://me:secret@standby/rollcall",
      databaseConnections: 40,
      parts: ["scim", "jobs"],
      workers: 4,
      scimUrl: "https://scim.example.com/scim",
      tls: { certFile: "tls.crt", keyFile: "tls.key" },
      trustedProxies: ["192.0.2.1", "10.0.0.0/8", "::1", "2001:db8::/32"],
      drainMs: 15_000,
      scimRateLimits: { tenantRequestsPerMinute: 6_000, connectionRequestsPerMinute: 0 },
      api: { allowedOrigins: ["https://app.example.com", "http://localhost:3000"], rateLimit: 0 },
      preparedStatements: false,
      pepper,
      previousPepper: "o".repeat(32),
      inProduction: true,
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
    ["ROLLCALL_TRUSTED_PROXIES", "proxy.example.com", "but it must be a list of IP addresses and CIDR ranges"],
    ["ROLLCALL_TRUSTED_PROXIES", "0.0.0.0/0", "but it must be a list of IP addresses"],
    ["ROLLCALL_TRUSTED_PROXIES", "10.0.0.0/33", "but it must be a list of IP addresses"],
    ["ROLLCALL_TRUSTED_PROXIES", "", '"", but it must be a list of IP addresses'],
    ["ROLLCALL_DRAIN_SECONDS", "301", "but it must be a whole number from 0 to 300"],
    ["ROLLCALL_DRAIN_SECONDS", "1.5", "but it must be a whole number"],
    ["ROLLCALL_SCIM_RATE_LIMIT_TENANT", "-1", "but it must be a whole number from 0 to 1000000000"],
    ["ROLLCALL_API_RATE_LIMIT", "many", "but it must be a whole number from 0 to 1000000000"],
    ["ROLLCALL_API_ALLOWED_ORIGINS", "*", "but it must be a list of origins like https://app.example.com"],
    ["ROLLCALL_API_ALLOWED_ORIGINS", "https://app.example.com/", "but it must be a list of origins"],
    ["ROLLCALL_API_ALLOWED_ORIGINS", "https://a.example.com,", "but it must be a list of origins"],
    ["ROLLCALL_JWT_ISSUER", "", '"", but it must be a text that is not empty'],
    ["ROLLCALL_JWT_JWKS_URL", "keys.json", "but it must be an http or https URL"],
    ["ROLLCALL_PREPARED_STATEMENTS", "no", "but it must be on or off"],
    ["ROLLCALL_TLS_KEY_FILE", "", "but it must be the path of a file"],
    ["ROLLCALL_WORKERS", "0", "but it must be a whole number from 1 to 128"],
    ["ROLLCALL_ONLY", "scim,console", "but it must be one or several of scim, api, jobs"],
    ["ROLLCALL_ONLY", "", '"", but it must be one or several of scim, api, jobs'],
    ["ROLLCALL_PEPPER", "", '"", but it must be a secret of at least 32 characters'],
  ])("refuses %s=%j, naming the variable, its value and what is allowed", (name, value, sentence) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(
      `${name} is ${sentence.replace(/^but/, `"${value}", but`)}`,
    );
  });

  it.each([
    ["ROLLCALL_PEPPER", "too short"],
    ["DATABASE_URL", "mysql://me:secret@db"],
    ["DATABASE_REPLICA_URL", "mysql://me:secret@standby"],
    ["ROLLCALL_API_KEY", "rlc_wrong_kind"],
  ])("does not repeat the secret in %s", (name, value) => {
    const refusal = () => readEnvironment({ [name]: value, ROLLCALL_API_URL: "http://127.0.0.1" });
    expect(refusal).toThrow(`${name} is a text of ${value.length} characters, but it must be`);
    expect(refusal).not.toThrow(value);
  });

  it("reads secrets from files, without the line break at their end", () => {
    const folder = mkdtempSync(join(tmpdir(), "rollcall-env-"));
    const fileWith = (text: string) => {
      writeFileSync(join(folder, "secret"), text);
      return join(folder, "secret");
    };
    const pepper = "s".repeat(32);
    expect(readEnvironment({ ROLLCALL_PEPPER_FILE: fileWith(`${pepper}\n`) })).toMatchObject({ pepper });
    expect(readEnvironment({ DATABASE_URL_FILE: fileWith("postgres://me:secret@db/rollcall\r\n") })).toMatchObject({
      databaseUrl: "postgres://me:secret@db/rollcall",
    });
    expect(() => readEnvironment({ ROLLCALL_PREVIOUS_PEPPER_FILE: fileWith("short") })).toThrow(
      "What ROLLCALL_PREVIOUS_PEPPER_FILE names is a text of 5 characters, but it must be a secret of at least 32",
    );
    rmSync(folder, { recursive: true });
  });

  it("wants a certificate and its key together", () => {
    expect(() => readEnvironment({ ROLLCALL_TLS_CERT_FILE: "tls.crt" })).toThrow(
      "ROLLCALL_TLS_CERT_FILE is set, but ROLLCALL_TLS_KEY_FILE is not: set both, or none.",
    );
  });

  const jwt = {
    ROLLCALL_JWT_ISSUER: "https://login.example.com/",
    ROLLCALL_JWT_AUDIENCE: "rollcall",
    ROLLCALL_JWT_JWKS_URL: "https://login.example.com/keys?policy=services",
  };
  const claims = { ROLLCALL_JWT_SCOPE_CLAIM: "permissions", ROLLCALL_JWT_TENANT_CLAIM: "https://example.com/tenant" };

  it("takes an issuer of JWTs, whose claims have names of their own", () => {
    const issuer = {
      issuer: "https://login.example.com/",
      audience: "rollcall",
      jwksUrl: "https://login.example.com/keys?policy=services",
    };
    expect(readEnvironment(jwt).api).toEqual({
      jwt: { ...issuer, scopeClaim: "scope", tenantClaim: "rollcall_tenant" },
    });
    expect(readEnvironment({ ...jwt, ...claims }).api).toEqual({
      jwt: { ...issuer, scopeClaim: "permissions", tenantClaim: "https://example.com/tenant" },
    });
  });

  it.each(["ROLLCALL_JWT_ISSUER", "ROLLCALL_JWT_AUDIENCE", "ROLLCALL_JWT_JWKS_URL"])(
    "wants %s together with the other two settings of JWTs",
    (missing) => {
      expect(() => readEnvironment({ ...jwt, [missing]: undefined })).toThrow(
        `is set, but ${missing} is not: set all of ROLLCALL_JWT_ISSUER, ROLLCALL_JWT_AUDIENCE, ROLLCALL_JWT_JWKS_URL, or none.`,
      );
    },
  );

  it("wants the API's URL and key together", () => {
    expect(() => readEnvironment({ ROLLCALL_API_URL: "http://127.0.0.1" })).toThrow(
      "ROLLCALL_API_URL is set, but ROLLCALL_API_KEY is not: set both, or none.",
    );
    expect(() => readEnvironment({ ROLLCALL_API_KEY: "rlk_x" })).toThrow(
      "ROLLCALL_API_KEY is set, but ROLLCALL_API_URL",
    );
  });
});
