import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const REPO_ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface TestOutcome {
  /** From the root of the repository. */
  readonly file: string;
  /** With the names of the groups it is in. */
  readonly name: string;
  readonly passed: boolean;
}

export interface LocklessRun {
  /** Of the locks between tenants, those to be missing. */
  readonly locks: readonly string[];
  readonly files: readonly string[];
  /** Ends the run. */
  readonly signal: AbortSignal;
}

/** Runs test files, on a Postgres of their own, without some of the locks between tenants. */
export async function runWithoutLocks({ locks, files, signal }: LocklessRun): Promise<TestOutcome[]> {
  const directory = await mkdtemp(join(tmpdir(), "rollcall-mutants-"));
  try {
    const report = join(directory, "report.json");
    const vitest = spawn(
      join(REPO_ROOT, "node_modules/.bin/vitest"),
      ["run", ...files, "--reporter=json", `--outputFile=${report}`],
      {
        cwd: REPO_ROOT,
        env: { ...process.env, TEST_WITHOUT_LOCKS: locks.join(",") },
        stdio: ["ignore", "ignore", "inherit"],
        signal,
      },
    );
    await once(vitest, "exit");
    return outcomesOf(await readFile(report, "utf8"));
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** What is read of Vitest's report in JSON. A file that cannot be run at all fails without tests. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

function outcomesOf(report: string): TestOutcome[] {
  return reportSchema.parse(JSON.parse(report)).testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(REPO_ROOT, name);
    const tests = assertionResults.map((test) => ({ file, name: test.fullName, passed: test.status === "passed" }));
    return tests.length === 0 ? [{ file, name: "", passed: status === "passed" }] : tests;
  });
}
