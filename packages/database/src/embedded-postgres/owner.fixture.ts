import { startEmbeddedPostgres } from "./embedded-postgres.ts";

// A process of its own that owns a Postgres, so that a test can kill it: node owner.fixture.ts STATE_DIR BINARIES_DIR
const [stateDir = "", binariesDir = ""] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({ stateDir, binariesDir });
process.stdout.write(`${JSON.stringify({ url: postgres.url(), pid: postgres.pid })}\n`);
