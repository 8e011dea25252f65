import { type DestinationStream, type Level, type Logger, pino, stdTimeFunctions } from "pino";
import { describeFields, describeValue } from "./describe-fields.ts";
import { redactLine } from "./redact-line.ts";

export type { Logger };

export interface LoggerOptions {
  level: Level | "silent";
  /** The process or service that speaks, such as `scim-facade`. */
  name: string;
  /** Default: stdout. */
  destination?: DestinationStream;
}

/**
 * A logger that writes JSON lines: `{"level":"info","time":"<ISO 8601>","name":…,"pid":…,"msg":…}`.
 *
 * Secrets are taken out of the finished line, wherever they came from: by the name of their field, and by what they
 * look like. People's names and addresses cannot be recognised so: callers log ids.
 */
export function createLogger({ level, name, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { name, pid: process.pid },
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }), log: describeFields },
    serializers: { err: (error: unknown) => describeValue(error) },
    hooks: { streamWrite: redactLine },
  };
  return destination ? pino(options, destination) : pino(options);
}
