import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { migrate } from "@rollcall/database";
import { startBenchPostgres } from "../servers/postgres.ts";
import { recordPlans } from "./plan-recorder.ts";
import { renderPlans } from "./render-plans.ts";
import { walkPorts } from "./walk.ts";
import { createWorld, type WorldSize } from "./world.ts";

const OUTPUT = join(import.meta.dirname, "../../../../docs/benchmarks/plans.txt");
const USAGE = `node tooling/bench/src/plans/main.ts [--users N]
Writes docs/benchmarks/plans.txt: how Postgres runs each statement in a tenant of N users (1,000,000) among small ones.`;

// Postgres ends with this process, however it ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

const { values } = parseArgs({
  options: { users: { type: "string", default: "1000000" }, help: { type: "boolean", default: false } },
});
if (values.help) console.log(USAGE);
else await main({ users: Number(values.users), largeGroupMembers: 100_000, smallGroups: 500, smallTenants: 1_000 });

async function main(size: WorldSize): Promise<void> {
  const stateDir = mkdtempSync(join(tmpdir(), "rollcall-plans-"));
  const postgres = await startBenchPostgres(stateDir);
  try {
    const databaseUrl = postgres.url();
    await migrate({ databaseUrl });
    const world = await createWorld(databaseUrl, size);
    const recorder = recordPlans();
    const generic = await walkPorts({ databaseUrl, world, mode: "generic", recorder });
    const custom = await walkPorts({ databaseUrl, world, mode: "custom", recorder });
    mkdirSync(dirname(OUTPUT), { recursive: true });
    writeFileSync(OUTPUT, renderPlans(generic, custom));
  } finally {
    await postgres.stop();
    rmSync(stateDir, { recursive: true, force: true });
  }
}
