import { isIP } from "node:net";
import type { TlsFiles } from "@rollcall/http";
import { z } from "zod";
import { CliError } from "./output/cli-error.ts";
import { fileVariable, readSecretFiles, secretSettings } from "./secret-files.ts";

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
const MAX_PORT = 65_535;
/** In characters; that of hexadecimal digits is 128 bits. */
export const MIN_PEPPER_LENGTH = 32;

/** @throws CliError `bad_setting` that names the variable, what it holds and what is allowed; of a secret, only the length. */
export function readEnvironment(given: NodeJS.ProcessEnv = process.env): Environment {
  const variables = readSecretFiles(given);
  const { data, error } = settings.safeParse(variables);
  if (error !== undefined) throw badSetting(error, variables);
  const remote = both(data, "ROLLCALL_API_URL", "ROLLCALL_API_KEY");
  const tls = both(data, "ROLLCALL_TLS_CERT_FILE", "ROLLCALL_TLS_KEY_FILE");
  const { ROLLCALL_SCIM_RATE_LIMIT_TENANT: ofTenant, ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: ofConnection } = data;
  return {
    apiPort: data.ROLLCALL_API_PORT,
    scimPort: data.ROLLCALL_SCIM_PORT,
    host: data.ROLLCALL_HOST,
    dataDir: data.ROLLCALL_DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    scimUrl: data.ROLLCALL_SCIM_URL,
    pepper: data.ROLLCALL_PEPPER,
    previousPepper: data.ROLLCALL_PREVIOUS_PEPPER,
    inProduction: [data.ROLLCALL_ENV, data.NODE_ENV].includes("production"),
    logLevel: data.ROLLCALL_LOG_LEVEL,
    tls: tls && { certFile: tls[0], keyFile: tls[1] },
    trustedProxies: data.ROLLCALL_TRUSTED_PROXIES,
    drainMs: data.ROLLCALL_DRAIN_SECONDS * MS_PER_SECOND,
    scimRateLimits: {
      ...(ofTenant !== undefined && { tenantRequestsPerMinute: ofTenant }),
      ...(ofConnection !== undefined && { connectionRequestsPerMinute: ofConnection }),
    },
    remote: remote && { apiUrl: remote[0], apiKey: remote[1] },
  };
}

/** Two settings that need each other. @throws CliError `bad_setting` when only one is there. */
function both<TName extends string>(
  data: { readonly [name in TName]?: string | undefined },
  first: TName,
  second: TName,
): readonly [string, string] | undefined {
  const { [first]: one, [second]: other } = data;
  if (one !== undefined && other !== undefined) return [one, other];
  if (one === other) return undefined;
  const [given, missing] = one === undefined ? [second, first] : [first, second];
  throw new CliError("bad_setting", `${given} is set, but ${missing} is not: set both, or none.`);
}

/** An error's message says what is allowed and completes "it must be …". */
const port = z
  .string()
  .regex(/^\d{1,5}$/, "a port from 0 to 65535, where 0 is any free one")
  .transform(Number)
  .refine((number) => number <= MAX_PORT, "a port from 0 to 65535, where 0 is any free one");

const httpUrl = z
  .string()
  .refine(
    (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? "") && !/[?#]/.test(text),
    "an http or https URL without a query",
  )
  .transform((text) => text.replace(/\/+$/, ""));

function wholeNumber(max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^\d{1,10}$/, `a whole number from 0 to ${max}`)
    .transform(Number)
    .refine((number) => number <= max, `a whole number from 0 to ${max}`);
}

const proxies = z
  .string()
  .transform((text) => text.split(",").map((part) => part.trim()))
  .refine((networks) => networks.every(isNetwork), "a list of IP addresses and CIDR ranges, with commas between them");

/** `192.0.2.1` or `2001:db8::/32`. A range of everything is none: it would let every client choose its address. */
function isNetwork(text: string): boolean {
  const [, address = "", bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = isIP(address);
  const maxBits = version === 4 ? 32 : 128;
  return version !== 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= maxBits));
}

const pepper = z.string().min(MIN_PEPPER_LENGTH, `a secret of at least ${MIN_PEPPER_LENGTH} characters`);

const settings = z.object({
  ROLLCALL_API_PORT: port.default(4000),
  ROLLCALL_SCIM_PORT: port.default(4001),
  ROLLCALL_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "an IP address or a host name of this machine")
    .default("127.0.0.1"),
  ROLLCALL_DATA_DIR: z.string().min(1, "the path of a folder").optional(),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? ""),
      "a URL like postgres://user:password@host:5432/database",
    )
    .optional(),
  ROLLCALL_SCIM_URL: httpUrl.optional(),
  ROLLCALL_TLS_CERT_FILE: z.string().min(1, "the path of a file").optional(),
  ROLLCALL_TLS_KEY_FILE: z.string().min(1, "the path of a file").optional(),
  ROLLCALL_TRUSTED_PROXIES: proxies.default([]),
  ROLLCALL_DRAIN_SECONDS: wholeNumber(MAX_DRAIN_SECONDS).default(1),
  ROLLCALL_SCIM_RATE_LIMIT_TENANT: wholeNumber(MAX_REQUESTS_PER_MINUTE).optional(),
  ROLLCALL_SCIM_RATE_LIMIT_CONNECTION: wholeNumber(MAX_REQUESTS_PER_MINUTE).optional(),
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
