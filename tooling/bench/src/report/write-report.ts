import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Measurement } from "../run/measurement.ts";
import { drawCosts } from "./draw-costs.ts";
import { drawLatencies } from "./draw-latencies.ts";
import { withBenchmark } from "./readme-section.ts";
import { type BenchmarkRecord, writeRecord } from "./record.ts";
import { renderPage } from "./render-page.ts";

const REPO_ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
export const README = join(REPO_ROOT, "README.md");
const FOLDER = join(REPO_ROOT, "docs/benchmarks");
export const RECORD = join(FOLDER, "latest.json");

/** Writes the record, its page with plots, and the README's table. @returns the page's path. */
export function writeReport(record: BenchmarkRecord, measurements: readonly Measurement[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const page = join(FOLDER, "latest.md");
  const text = writeRecord(record);
  // From the rounded figures: whoever writes the pages again from the file gets the same.
  const published: BenchmarkRecord = JSON.parse(text);
  writeFileSync(RECORD, text);
  writeFileSync(page, renderPage(published));
  writeFileSync(join(FOLDER, "cost-against-size.svg"), drawCosts(measurements));
  writeFileSync(join(FOLDER, "latency.svg"), drawLatencies(measurements));
  writeFileSync(README, withBenchmark(readFileSync(README, "utf8"), published));
  return page;
}
