import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type LoadGenerator, startLoadGenerator } from "../load/load-generator.ts";
import type { Preset, TargetName } from "../presets/preset.ts";
import { createPinning, type Pinning } from "../servers/pinning.ts";
import { query, startBenchPostgres } from "../servers/postgres.ts";
import type { Endpoint } from "./endpoint.ts";
import { openFloors } from "./open-floors.ts";
import { openRollcall, ROLLCALL_DATABASE } from "./open-rollcall.ts";
import type { Surroundings } from "./surroundings.ts";

/** Everything that is measured, running on data of its own. */
export interface World {
  readonly pinning: Pinning;
  readonly generator: LoadGenerator;
  readonly postgresPid: number;
  readonly postgresPort: number;
  readonly postgresVersion: string;
  /** Of Rollcall's database, for another process that serves it; with the pepper that all of them need. */
  readonly rollcallDatabaseUrl: string;
  readonly pepper: string;
  readonly endpoint: (target: TargetName, directory: string) => Endpoint;
}

const PEPPER_BYTES = 32;

/** Starts and fills it. What was opened closes with `opened`, also when this fails half way. */
export async function openWorld(
  preset: Preset,
  { opened, onProgress }: Pick<Surroundings, "opened" | "onProgress">,
): Promise<World> {
  const pinning = createPinning();
  pinning.move("load", process.pid);
  onProgress(`pinning: ${pinning.description}`);
  const dir = mkdtempSync(join(tmpdir(), "rollcall-bench-"));
  const forget = () => rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  opened.defer(forget);
  // Also when something ends us that nobody foresaw.
  process.once("exit", forget);
  // It lets the account of Postgres into its own directory, but into none above: so that is this one.
  const postgres = await startBenchPostgres(dir);
  opened.defer(() => postgres.stop());
  const pepper = randomBytes(PEPPER_BYTES).toString("base64url");
  const urlOf = (database?: string) => postgres.url(database);
  const surroundings = { dir, preset, pinning, urlOf, pepper, opened, onProgress };
  const endpoints = {
    floor: await openFloors(surroundings),
    rollcall: await openRollcall(surroundings),
  } satisfies Record<TargetName, ReadonlyMap<string, Endpoint>>;
  // Only now: seeding is faster with all cores.
  pinning.move("servers", postgres.pid);
  const [{ version } = { version: "unknown" }] = await query<{ version: string }>(
    urlOf(),
    "select current_setting('server_version') as version",
  );
  return {
    pinning,
    generator: opened.use(startLoadGenerator(pinning)),
    postgresPid: postgres.pid,
    postgresPort: postgres.port,
    postgresVersion: version,
    rollcallDatabaseUrl: urlOf(ROLLCALL_DATABASE),
    pepper,
    endpoint(target, directory) {
      const endpoint = endpoints[target].get(directory);
      if (endpoint === undefined) throw new Error(`${target} has no directory ${directory}`);
      return endpoint;
    },
  };
}
