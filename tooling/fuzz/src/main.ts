import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openCoverage } from "./blocks/open-coverage.ts";
import { fuzz, type FuzzReport, type Progress } from "./fuzz.ts";
import type { Target } from "./target.ts";
import { targets } from "./targets/targets.ts";

const USAGE = `node tooling/fuzz/src/main.ts [--target ${Object.keys(targets).join("|")}|all] [--seconds N | --inputs N] [--seed S] [--no-keep]
Sends what is nearly right to whatever reads what strangers send, guided by the code that each input reaches.
Exit status 1 when something does not hold; the input is printed, made short, and kept in src/finds, where tests try it again.`;
const PROGRESS_INTERVAL_MS = 10_000;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    allowNegative: true,
    options: {
      target: { type: "string", default: "all" },
      seconds: { type: "string", default: "60" },
      inputs: { type: "string" },
      seed: { type: "string", default: "1" },
      keep: { type: "boolean", default: true },
      help: { type: "boolean", default: false },
    },
  });
  const chosen = Object.entries(targets).filter(([name]) => values.target === "all" || values.target === name);
  if (values.help || chosen.length === 0) {
    console.log(USAGE);
    return values.help ? 0 : 1;
  }
  const seed = readCount("seed", values.seed);
  const limit = values.inputs === undefined ? Infinity : readCount("inputs", values.inputs);
  const seconds = values.inputs === undefined ? readCount("seconds", values.seconds) : Infinity;
  const coverage = await openCoverage();
  let isClean = true;
  for (const [name, load] of chosen) {
    const target = await load();
    const report = await fuzz(target, { coverage, seed, isOver: createClock(name, { seconds, limit }) });
    console.log(renderReport(name, report));
    if (report.find !== undefined && values.keep) console.log(`  kept in ${keepFind(target, report.find.input)}`);
    isClean &&= report.find === undefined;
  }
  return isClean ? 0 : 1;
}

/** Tells when the time or the number of inputs is used up, and meanwhile how far it came. */
function createClock(name: string, { seconds, limit }: { seconds: number; limit: number }) {
  const start = performance.now();
  let next = start + PROGRESS_INTERVAL_MS;
  return (progress: Progress): boolean => {
    const now = performance.now();
    if (now >= next) {
      console.log(`${name} · ${Math.round((now - start) / 1000)} s · ${renderProgress(progress)}`);
      next = now + PROGRESS_INTERVAL_MS;
    }
    return progress.inputs >= limit || now - start >= seconds * 1000;
  };
}

function renderProgress({ inputs, blocks, corpus }: Progress): string {
  return `${inputs.toLocaleString("en")} inputs · ${blocks} blocks · ${corpus} kept`;
}

function renderReport(name: string, report: FuzzReport): string {
  const outcomes = [...report.outcomes].toSorted(([, left], [, right]) => right - left);
  const lines = outcomes.map(([outcome, count]) => `  ${String(count).padStart(9)} ${outcome}`);
  const { find } = report;
  const found = find === undefined ? [] : [`  FOUND ${JSON.stringify(find.input)}`, `  ${describe(find.error)}`];
  return [`${name}: ${renderProgress(report)} · ${outcomes.length} outcomes`, ...lines, ...found].join("\n");
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** @returns the file's path. */
function keepFind({ name }: Target, input: string): string {
  const folder = `${import.meta.dirname}/finds/${name}`;
  const path = `${folder}/${createHash("sha256").update(input).digest("hex").slice(0, 12)}.json`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(input)}\n`);
  return path;
}

function readCount(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`--${name} is a whole number, not ${text}`);
  return Number(text);
}
