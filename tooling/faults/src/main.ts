import { parseArgs } from "node:util";
import { renderRound, renderSummary } from "./round/render-round.ts";
import { runRounds } from "./round/run-rounds.ts";

const USAGE = `node tooling/faults/src/main.ts [--rounds N] [--seed S]
Breaks a cluster of two replicas and a Postgres of its own while clients work on it, and judges what they were told.
Exit status 1 when something was not as it must be. --seed S --rounds 1 does the choices of round S again.`;

// The replicas and Postgres end with this process, however it ends.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      rounds: { type: "string", default: "50" },
      seed: { type: "string", default: "1" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const rounds = await runRounds({
    rounds: readCount("rounds", values.rounds),
    seed: readCount("seed", values.seed),
    onRound: (round) => console.log(renderRound(round)),
  });
  console.log(renderSummary(rounds));
  return rounds.every(({ oddities }) => oddities.length === 0) ? 0 : 1;
}

function readCount(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
  return Number(text);
}
