import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { full } from "../presets/full.ts";
import type { Results } from "../run/bench.ts";
import { measurement } from "../run/measurement.fixture.ts";
import { judge } from "../verdict/judge.ts";
import { withBenchmark } from "./readme-section.ts";
import { type BenchmarkRecord, toRecord, writeRecord } from "./record.ts";
import { renderFindings } from "./render-findings.ts";
import { renderPage } from "./render-page.ts";
import { README, RECORD } from "./write-report.ts";

const measurements = [
  measurement({ scenario: "get", target: "floor", cpuMs: 0.5 }),
  measurement({ scenario: "get", target: "rollcall", cpuMs: 0.8, eventLoopDelayMs: 12 }),
  measurement({ scenario: "get", target: "rollcall", cpuMs: 0.88, users: 1_000_000 }),
  measurement({ scenario: "total", target: "rollcall", cpuMs: 1 }),
  measurement({ scenario: "total", target: "rollcall", cpuMs: 2, users: 1_000_000 }),
];

const results: Results = {
  measurements,
  findings: judge(measurements),
  statements: [{ scenario: "get", statements: 3.04, roundTrips: 1.01 }],
  machine: {
    processor: "A processor",
    cores: 2,
    memoryGb: 8,
    kernel: "6.1",
    node: "24.0.0",
    postgres: "18.0",
    pinning: "not pinned",
  },
};

describe("what a terminal shows", () => {
  const shown = renderFindings(results);

  it("has a line for each finding, with its verdict", () => {
    expect(shown).toMatch(/^get by id +0\.50 +0\.80 +0\.60 +0\.63 +0\.55 +0\.75 +must$/m);
    expect(shown).toMatch(/^get by id +0\.80 +0\.88 +1,000 users +1,000,000 users +1\.10 +1\.30 +flat$/m);
    expect(shown).toMatch(/^totalResults +1\.00 +2\.00 .* 2\.00 +1\.30 +grows$/m);
    expect(shown).toMatch(/^get by id +3\.0 +1\.0$/m);
  });

  it("ends with the verdict on the whole", () => {
    expect(shown).toMatch(/\nNot every target was met\.$/);
  });
});

describe("what is published", () => {
  const record = toRecord(results, full);

  it("survives the file", () => {
    const read: BenchmarkRecord = JSON.parse(writeRecord(record));
    expect(renderPage(read)).toBe(renderPage(record));
    expect(read.figures[1]).toMatchObject({ scenario: "get", target: "rollcall", cpuMs: 0.8, eventLoopDelayMs: 12 });
  });

  it("stands between the README's markers, and leaves the rest alone", () => {
    const page = "# Title\n\n<!-- benchmark -->\n\nold\n\n<!-- /benchmark -->\n\nMore.\n";
    const written = withBenchmark(page, record);
    expect(written).toMatch(/^# Title\n\n<!-- benchmark -->\n\n\| request +\|/);
    expect(written).toMatch(/\n<!-- \/benchmark -->\n\nMore\.\n$/);
    expect(written).not.toContain("old");
    expect(withBenchmark(written, record)).toBe(written);
  });

  it("needs the markers", () => {
    expect(() => withBenchmark("# Title\n", record)).toThrow("benchmark");
  });
});

describe("the README", () => {
  it("has the table of the benchmark that is checked in", () => {
    const record: BenchmarkRecord = JSON.parse(readFileSync(RECORD, "utf8"));
    const readme = readFileSync(README, "utf8");
    expect(withBenchmark(readme, record)).toBe(readme);
  });
});
