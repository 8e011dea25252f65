import { openCountingProxy } from "../measure/counting-proxy.ts";
import type { StatementCount } from "../measure/statement-counter.ts";
import type { Preset } from "../presets/preset.ts";
import type { ScenarioName } from "../scenarios/scenario-name.ts";
import { startScimOnly } from "../servers/rollcall.ts";
import { directoriesOf } from "./directories-of.ts";
import type { World } from "./world.ts";

/** Per request, on the first of the scenario's trials. */
export interface ScenarioStatements extends StatementCount {
  readonly scenario: ScenarioName;
}

const STEPS = 50;
const MAX_WINDOW_MS = 1_000;

/**
 * Counts what Rollcall sends to Postgres, in a pass of its own: another process serves SCIM alone, through a proxy, so
 * that nothing but the requests is counted. The floor needs no counting: it sends one statement in one round trip.
 */
export async function countStatements(world: World, { trials }: Preset): Promise<ScenarioStatements[]> {
  await using proxy = await openCountingProxy(world.postgresPort);
  const { pepper, pinning } = world;
  const databaseUrl = world.rollcallDatabaseUrl.replace(`:${world.postgresPort}/`, `:${proxy.port}/`);
  await using facade = await startScimOnly({ databaseUrl, pepper, pinning });
  const counts: ScenarioStatements[] = [];
  for (const trial of trials.filter(({ targets }) => targets.includes("rollcall"))) {
    if (counts.some(({ scenario }) => scenario === trial.scenario)) continue;
    const { scenario } = trial;
    const directories = directoriesOf(world.endpoint("rollcall", trial.directory), trial);
    const window = { scenario, directories, scimUrl: facade.scimUrl, durationMs: MAX_WINDOW_MS, maxSteps: STEPS };
    const before = proxy.read();
    const { requests } = await world.generator.run(window);
    const after = proxy.read();
    counts.push({
      scenario,
      statements: (after.statements - before.statements) / requests,
      roundTrips: (after.roundTrips - before.roundTrips) / requests,
    });
  }
  return counts;
}
