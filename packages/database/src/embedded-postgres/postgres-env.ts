import { join } from "node:path";

/** The whole environment of our Postgres processes: nothing of ours leaks in, and messages come in English. */
export function postgresEnv(binaries: string): Record<string, string> {
  return { LC_ALL: "C", TZ: "UTC", LD_LIBRARY_PATH: join(binaries, "lib") };
}
