import { z } from "zod";
import { CliError } from "./output/cli-error.ts";

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
  /** Takes the place of the one in the data folder. */
  readonly pepper: string | undefined;
  readonly logLevel: LogLevel | undefined;
  /** Rollcall to administer instead of the one that runs here. */
  readonly remote: { readonly apiUrl: string; readonly apiKey: string } | undefined;
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
type LogLevel = (typeof logLevels)[number];

const MAX_PORT = 65_535;
const MIN_PEPPER_LENGTH = 32;

/** @throws CliError `bad_setting` that names the variable, what it holds and what is allowed; of a secret, only the length. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const { data, error } = settings.safeParse(variables);
  if (error !== undefined) throw badSetting(error, variables);
  const { ROLLCALL_API_URL: apiUrl, ROLLCALL_API_KEY: apiKey } = data;
  if ((apiUrl === undefined) !== (apiKey === undefined)) {
    const [given, missing] = apiUrl === undefined ? ["KEY", "URL"] : ["URL", "KEY"];
    throw new CliError(
      "bad_setting",
      `ROLLCALL_API_${given} is set, but ROLLCALL_API_${missing} is not: set both, or none.`,
    );
  }
  return {
    apiPort: data.ROLLCALL_API_PORT,
    scimPort: data.ROLLCALL_SCIM_PORT,
    host: data.ROLLCALL_HOST,
    dataDir: data.ROLLCALL_DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    scimUrl: data.ROLLCALL_SCIM_URL,
    pepper: data.ROLLCALL_PEPPER,
    logLevel: data.ROLLCALL_LOG_LEVEL,
    remote: apiUrl === undefined || apiKey === undefined ? undefined : { apiUrl, apiKey },
  };
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
  ROLLCALL_PEPPER: z.string().min(MIN_PEPPER_LENGTH, `a secret of at least ${MIN_PEPPER_LENGTH} characters`).optional(),
  ROLLCALL_LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(", ")}`).optional(),
  ROLLCALL_API_URL: httpUrl.optional(),
  ROLLCALL_API_KEY: z.string().startsWith("rlk_", "an API key, which begins with rlk_").optional(),
});

/** Or part of one. */
const SECRETS: readonly PropertyKey[] = ["DATABASE_URL", "ROLLCALL_PEPPER", "ROLLCALL_API_KEY"];

function badSetting({ issues: [issue] }: z.ZodError, variables: NodeJS.ProcessEnv): CliError {
  const name = String(issue?.path[0]);
  const value = variables[name] ?? "";
  const held = SECRETS.includes(name) && value !== "" ? `a text of ${value.length} characters` : JSON.stringify(value);
  return new CliError("bad_setting", `${name} is ${held}, but it must be ${issue?.message}.`);
}
