import { describeSubject } from "../presets/preset.ts";
import { scenarios } from "../scenarios/scenarios.ts";
import { markdownTable } from "./markdown-table.ts";
import type { BenchmarkRecord } from "./record.ts";

/** The page of a full run. */
export function renderPage(record: BenchmarkRecord): string {
  const { passed } = record.findings;
  return `# Benchmark

${METHOD}

${renderMachine(record)}

## Against the floor

CPU milliseconds of a request, server and Postgres together. A ratio of 1 is as cheap as the floor.

${renderRatios(record)}

## Against size

CPU milliseconds of a request to Rollcall in the smallest and in the largest directory or group.

${renderGrowths(record)}

${passed ? "Every target was met." : "Not every target was met."}

![CPU of a request against the size of the directory or group](cost-against-size.svg)

![How long answers take, at 1,000 users](latency.svg)

## What Rollcall sends to Postgres

For each request, on average. Statements count BEGIN, the transaction's settings and COMMIT. The floor always sends one
statement, in one round trip.

${renderStatements(record)}

## All figures

Medians of the rounds, except for memory and the event loop, of which the worst is shown: the most memory the server had,
and the longest its event loop was late. That is looked at every 10 ms, and counts the time in which Postgres had the core.

${renderFigures(record)}
`;
}

const METHOD = `\`npm run bench\` wrote this page, its plots and \`latest.json\`. It starts a Postgres of its own with all its durability,
\`rollcall start\` as anyone would, and the floor: a bare \`node:http\` server that does one statement for each request, with
JSON in and JSON out, and nothing else. It knows no tenants, tokens, validation, versions, events or totals. Both are
asked the same, by turns, over kept connections: 16, or one where an identity provider would send one request after the
other. Each sends its next request when it has been answered. CPU is what the kernel says the server's and all of
Postgres's processes have used, until the events are numbered too. Requests a second and latencies are of one core that
the server and Postgres share. Any failed request, or any user too many or too few in the end, fails the whole run.`;

function renderMachine({ date, machine, rounds, windowMs }: BenchmarkRecord): string {
  const facts = {
    Date: date,
    Processor: machine.processor,
    Cores: `${machine.cores}: ${machine.pinning}`,
    Memory: `${machine.memoryGb} GB`,
    Linux: machine.kernel,
    Node: machine.node,
    Postgres: machine.postgres,
    Rounds: `${rounds}, each ${windowMs / 1_000} s`,
  };
  return Object.entries(facts)
    .map(([name, value]) => `- ${name}: ${value}`)
    .join("\n");
}

function renderRatios({ findings }: BenchmarkRecord): string {
  return markdownTable(
    ["request", "floor", "Rollcall", "of it the server", "ratio", "must", "aim"],
    findings.ratios.map((each) => [
      scenarios[each.scenario].title,
      ...[each.floorCpuMs, each.rollcallCpuMs, each.rollcallServerCpuMs, each.ratio, each.must, each.aim].map(decimals),
    ]),
  );
}

function renderGrowths({ findings }: BenchmarkRecord): string {
  return markdownTable(
    ["request", "from", "to", "small", "large", "factor", "limit"],
    findings.growths.map((each) => [
      scenarios[each.scenario].title,
      describeSubject(each.from),
      describeSubject(each.to),
      ...[each.fromCpuMs, each.toCpuMs, each.growth, each.limit].map(decimals),
    ]),
  );
}

function renderStatements({ statements }: BenchmarkRecord): string {
  return markdownTable(
    ["request", "statements", "round trips"],
    statements.map((each) => [scenarios[each.scenario].title, each.statements.toFixed(1), each.roundTrips.toFixed(1)]),
  );
}

function renderFigures({ figures }: BenchmarkRecord): string {
  return markdownTable(
    ["request", "size", "of", "req/s", "p50 ms", "p99 ms", "server CPU", "Postgres CPU", "memory MB", "late ms"],
    figures.map((each) => [
      scenarios[each.scenario].title,
      describeSubject(each.subject),
      each.target === "floor" ? "the floor" : "Rollcall",
      each.requestsPerSecond.toFixed(0),
      each.p50Ms.toFixed(1),
      each.p99Ms.toFixed(1),
      decimals(each.serverCpuMs),
      decimals(each.postgresCpuMs),
      each.peakMemoryMb.toFixed(0),
      each.eventLoopDelayMs?.toFixed(0) ?? "",
    ]),
  );
}

function decimals(value: number): string {
  return value.toFixed(2);
}
