import type { ApiOptions } from "@rollcall/api";
import type { TlsFiles } from "@rollcall/http";
import { z } from "zod";
import { CliError } from "./output/cli-error.ts";
import { type Part, parts } from "./parts.ts";
import { fileVariable, readSecretFiles, secretSettings } from "./secret-files.ts";
import {
  filePath,
  folderPath,
  httpUrl,
  httpUrlWithQuery,
  nonEmptyText,
  numberOfConnections,
  numberOfWorkers,
  onOrOff,
  origins,
  partNames,
  pepper,
  port,
  postgresUrl,
  proxies,
  wholeNumber,
} from "./setting-values.ts";

/** What the command reads from the environment; every name begins with `ROLLCALL_` unless another is given here. */
export interface Environment {
  /** 0: any free port. */
  readonly apiPort: number;
  /** 0: any free port. */
  readonly scimPort: number;
  /** Address to listen on. */
  readonly host: string;
  readonly dataDir: string | undefined;
  /** `DATABASE_URL`: a Postgres to use instead of the embedded one. */
  readonly databaseUrl: string | undefined;
  /** `DATABASE_REPLICA_URL`: a hot standby of it, for reads that may be a little behind. */
  readonly databaseReplicaUrl: string | undefined;
  /** Most connections to Postgres, of all processes of a start together; undefined: as many as are usual and fit. */
  readonly databaseConnections: number | undefined;
  /** What a start runs. */
  readonly parts: readonly Part[];
  /** How many processes serve SCIM. */
  readonly workers: number;
  /** What identity providers call the SCIM facade, when that is not the address it listens on. */
  readonly scimUrl: string | undefined;
  /** Undefined: plain HTTP. */
  readonly tls: TlsFiles | undefined;
  /** Addresses and CIDR ranges. */
  readonly trustedProxies: readonly string[];
  /** How long both ports still take new requests when the process is to stop. */
  readonly drainMs: number;
  /** 0: no limit; undefined: the facade's own. */
  readonly scimRateLimits: {
    readonly tenantRequestsPerMinute?: number;
    readonly connectionRequestsPerMinute?: number;
  };
  /** What the internal API does by its own defaults unless it is set. */
  readonly api: Pick<ApiOptions, "jwt" | "allowedOrigins" | "rateLimit">;
  /** False for a pooler between us and Postgres that knows no prepared statements. */
  readonly preparedStatements: boolean;
  /** Takes the place of the one in the data folder. */
  readonly pepper: string | undefined;
  /** While the pepper is replaced: the other one. */
  readonly previousPepper: string | undefined;
  /** `ROLLCALL_ENV` or `NODE_ENV` says so: secrets that anybody could guess are refused. */
  readonly inProduction: boolean;
  readonly logLevel: LogLevel | undefined;
  /** Rollcall to administer instead of the one that runs here. */
  readonly remote: { readonly apiUrl: string; readonly apiKey: string } | undefined;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof logLevels)[number];

const MAX_DRAIN_SECONDS = 300;
const MAX_REQUESTS_PER_MINUTE = 1_000_000_000;
const MS_PER_SECOND = 1_000;

/** @throws CliError `bad_setting` that names the variable, what it holds and what is allowed; of a secret, only the length. */
export function readEnvironment(given: NodeJS.ProcessEnv = process.env): Environment {
  const variables = readSecretFiles(given);
  const { data, error } = settings.safeParse(variables);
  if (error !== undefined) throw badSetting(error, variables);
  const { ROLLCALL_SCIM_RATE_LIMIT_TENANT: ofTenant, ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: ofConnection } = data;
  return {
    apiPort: data.ROLLCALL_API_PORT,
    scimPort: data.ROLLCALL_SCIM_PORT,
    host: data.ROLLCALL_HOST,
    dataDir: data.ROLLCALL_DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    databaseReplicaUrl: data.DATABASE_REPLICA_URL,
    databaseConnections: data.ROLLCALL_DATABASE_CONNECTIONS,
    parts: data.ROLLCALL_ONLY,
    workers: data.ROLLCALL_WORKERS,
    scimUrl: data.ROLLCALL_SCIM_URL,
    pepper: data.ROLLCALL_PEPPER,
    previousPepper: data.ROLLCALL_PREVIOUS_PEPPER,
    inProduction: [data.ROLLCALL_ENV, data.NODE_ENV].includes("production"),
    logLevel: data.ROLLCALL_LOG_LEVEL,
    tls: allOrNone(data, tlsSettings)
      ? { certFile: data.ROLLCALL_TLS_CERT_FILE, keyFile: data.ROLLCALL_TLS_KEY_FILE }
      : undefined,
    trustedProxies: data.ROLLCALL_TRUSTED_PROXIES,
    drainMs: data.ROLLCALL_DRAIN_SECONDS * MS_PER_SECOND,
    scimRateLimits: {
      ...(ofTenant !== undefined && { tenantRequestsPerMinute: ofTenant }),
      ...(ofConnection !== undefined && { connectionRequestsPerMinute: ofConnection }),
    },
    api: readApiSettings(data),
    preparedStatements: data.ROLLCALL_PREPARED_STATEMENTS,
    remote: allOrNone(data, remoteSettings)
      ? { apiUrl: data.ROLLCALL_API_URL, apiKey: data.ROLLCALL_API_KEY }
      : undefined,
  };
}

function readApiSettings(data: z.output<typeof settings>): Environment["api"] {
  const { ROLLCALL_API_ALLOWED_ORIGINS: allowedOrigins, ROLLCALL_API_RATE_LIMIT: rateLimit } = data;
  return {
    ...(allOrNone(data, jwtSettings) && {
      jwt: {
        issuer: data.ROLLCALL_JWT_ISSUER,
        audience: data.ROLLCALL_JWT_AUDIENCE,
        jwksUrl: data.ROLLCALL_JWT_JWKS_URL,
        scopeClaim: data.ROLLCALL_JWT_SCOPE_CLAIM,
        tenantClaim: data.ROLLCALL_JWT_TENANT_CLAIM,
      },
    }),
    ...(allowedOrigins !== undefined && { allowedOrigins }),
    ...(rateLimit !== undefined && { rateLimit }),
  };
}

const remoteSettings = ["ROLLCALL_API_URL", "ROLLCALL_API_KEY"] as const;
const tlsSettings = ["ROLLCALL_TLS_CERT_FILE", "ROLLCALL_TLS_KEY_FILE"] as const;
const jwtSettings = ["ROLLCALL_JWT_ISSUER", "ROLLCALL_JWT_AUDIENCE", "ROLLCALL_JWT_JWKS_URL"] as const;

/** Whether settings that need each other are there. @throws CliError `bad_setting` when only some of them are. */
function allOrNone<TName extends string>(
  data: { readonly [name in TName]?: string | undefined },
  names: readonly TName[],
): data is { readonly [name in TName]: string } {
  const given = names.find((name) => data[name] !== undefined);
  const missing = names.find((name) => data[name] === undefined);
  if (given === undefined || missing === undefined) return missing === undefined;
  const all = names.length === 2 ? "both" : `all of ${names.join(", ")}`;
  throw new CliError("bad_setting", `${given} is set, but ${missing} is not: set ${all}, or none.`);
}

const settings = z.object({
  ROLLCALL_API_PORT: port.default(4000),
  ROLLCALL_SCIM_PORT: port.default(4001),
  ROLLCALL_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "an IP address or a host name of this machine")
    .default("127.0.0.1"),
  ROLLCALL_DATA_DIR: folderPath.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URL: postgresUrl.optional(),
  ROLLCALL_DATABASE_CONNECTIONS: numberOfConnections.optional(),
  ROLLCALL_ONLY: partNames.default([...parts]),
  ROLLCALL_WORKERS: numberOfWorkers.default(1),
  ROLLCALL_SCIM_URL: httpUrl.optional(),
  ROLLCALL_TLS_CERT_FILE: filePath.optional(),
  ROLLCALL_TLS_KEY_FILE: filePath.optional(),
  ROLLCALL_TRUSTED_PROXIES: proxies.default([]),
  ROLLCALL_DRAIN_SECONDS: wholeNumber(MAX_DRAIN_SECONDS).default(1),
  ROLLCALL_SCIM_RATE_LIMIT_TENANT: wholeNumber(MAX_REQUESTS_PER_MINUTE).optional(),
  ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: wholeNumber(MAX_REQUESTS_PER_MINUTE).optional(),
  ROLLCALL_API_RATE_LIMIT: wholeNumber(MAX_REQUESTS_PER_MINUTE).optional(),
  ROLLCALL_API_ALLOWED_ORIGINS: origins.optional(),
  ROLLCALL_JWT_ISSUER: nonEmptyText.optional(),
  ROLLCALL_JWT_AUDIENCE: nonEmptyText.optional(),
  ROLLCALL_JWT_JWKS_URL: httpUrlWithQuery.optional(),
  ROLLCALL_JWT_SCOPE_CLAIM: nonEmptyText.default("scope"),
  ROLLCALL_JWT_TENANT_CLAIM: nonEmptyText.default("rollcall_tenant"),
  ROLLCALL_PREPARED_STATEMENTS: onOrOff.default(true),
  ROLLCALL_PEPPER: pepper.optional(),
  ROLLCALL_PREVIOUS_PEPPER: pepper.optional(),
  ROLLCALL_ENV: z.string().optional(),
  NODE_ENV: z.string().optional(),
  ROLLCALL_LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).optional(),
  ROLLCALL_API_URL: httpUrl.optional(),
  ROLLCALL_API_KEY: z.string().startsWith("rlk_", "an API key, which begins with rlk_").optional(),
});

function badSetting({ issues: [issue] }: z.ZodError, variables: NodeJS.ProcessEnv): CliError {
  const name = String(issue?.path[0]);
  const value = variables[name] ?? "";
  const isSecret = secretSettings.some((secret) => secret === name);
  const held = isSecret && value !== "" ? `a text of ${value.length} characters` : JSON.stringify(value);
  const place = variables[fileVariable(name)] === undefined ? name : `What ${fileVariable(name)} names`;
  return new CliError("bad_setting", `${place} is ${held}, but it must be ${issue?.message}.`);
}
