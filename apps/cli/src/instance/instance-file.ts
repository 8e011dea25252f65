import { rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readPrivateJson, writePrivateJson } from "./private-file.ts";

const instanceSchema = z.object({
  /** Absent when the SCIM facade runs elsewhere. */
  scimUrl: z.string().optional(),
  apiUrl: z.string(),
  adminKey: z.string(),
  databaseUrl: z.string(),
  pid: z.int(),
});

/** Where a running Rollcall can be found, and what opens it. URLs are those it listens on. */
export type Instance = z.output<typeof instanceSchema>;

export function instanceFile(dataDir: string): string {
  return join(dataDir, "instance.json");
}

export function writeInstance(dataDir: string, instance: Instance): void {
  writePrivateJson(instanceFile(dataDir), instance);
}

/** @returns undefined when nothing runs, and nothing was killed, on this data folder. */
export function readInstance(dataDir: string): Instance | undefined {
  return readPrivateJson(instanceFile(dataDir), instanceSchema);
}

export function removeInstance(dataDir: string): void {
  rmSync(instanceFile(dataDir), { force: true });
}
