import { type Options, readOptions, USAGE } from "./options.ts";
import { full } from "./presets/full.ts";
import { narrow } from "./presets/narrow.ts";
import { quick } from "./presets/quick.ts";
import { toRecord } from "./report/record.ts";
import { renderFindings } from "./report/render-findings.ts";
import { writeReport } from "./report/write-report.ts";
import { bench } from "./run/bench.ts";

const stop = new AbortController();
// Once: who asks again does not want to wait for the cleaning up.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());

process.exit(await main(process.argv.slice(2)));

async function main(args: readonly string[]): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    return await run(options);
  } catch (error) {
    console.error(stop.signal.aborted ? "stopped" : error);
    return 1;
  }
}

async function run(options: Options): Promise<number> {
  const preset = narrow(options.quick ? quick : full, options);
  const onProgress = createProgress();
  const results = await bench(preset, { stop: stop.signal, onProgress });
  const record = toRecord(results, preset);
  const isWhole = !options.quick && options.only.length === 0;
  if (isWhole) onProgress(`wrote ${writeReport(record, results.measurements)}`);
  console.log(options.json ? JSON.stringify(record, undefined, 2) : renderFindings(results));
  return results.findings.passed ? 0 : 1;
}

/** Lines on the error output, each with the seconds since the start. */
function createProgress(): (message: string) => void {
  const startedAt = performance.now();
  return (message) =>
    console.error(`${((performance.now() - startedAt) / 1_000).toFixed(1).padStart(7)} s  ${message}`);
}
