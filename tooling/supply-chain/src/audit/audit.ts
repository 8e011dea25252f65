import { z } from "zod";
import { type PnpmOutcome, runPnpm } from "../run-pnpm.ts";

/** What is known of the packages that run in production. */
export type AuditVerdict =
  | { readonly kind: "clean" }
  | { readonly kind: "vulnerable"; readonly advisories: readonly string[] }
  /** The registry has no answer: there is no network, or it offers no audit. */
  | { readonly kind: "skipped"; readonly reason: string };

/** A registry that cannot be reached is not asked again and again. */
const AT_ONCE = ["--config.fetchRetries=0", "--config.fetchTimeout=10000"];

const SEVERITIES = ["high", "critical"];

const reportSchema = z.object({
  metadata: z.object({ vulnerabilities: z.record(z.string(), z.number()) }),
  advisories: z.record(
    z.string(),
    z.looseObject({ severity: z.string(), module_name: z.string(), title: z.string(), url: z.string().optional() }),
  ),
});

/** Asks the registry for known vulnerabilities, high and critical ones, of what runs in production. */
export async function auditProduction(): Promise<AuditVerdict> {
  return judgeAudit(await runPnpm(["audit", "--prod", "--json", ...AT_ONCE]));
}

/** What an outcome of `pnpm audit --json` means. */
export function judgeAudit({ stdout, stderr }: PnpmOutcome): AuditVerdict {
  const report = readReport(stdout);
  if (report === undefined) return { kind: "skipped", reason: firstSentence(stderr) };
  const advisories = Object.values(report.advisories)
    .filter(({ severity }) => SEVERITIES.includes(severity))
    .map(({ severity, module_name: name, title, url = "" }) => `${severity}: ${name}: ${title} ${url}`.trimEnd());
  const counted = SEVERITIES.reduce((sum, severity) => sum + (report.metadata.vulnerabilities[severity] ?? 0), 0);
  if (advisories.length === 0 && counted === 0) return { kind: "clean" };
  return { kind: "vulnerable", advisories: advisories.length > 0 ? advisories : [`${counted} without a description`] };
}

function readReport(stdout: string): z.output<typeof reportSchema> | undefined {
  try {
    return reportSchema.parse(JSON.parse(stdout));
  } catch {
    return undefined;
  }
}

/** pnpm draws its errors with lines and marks, and breaks URLs after a slash. */
function firstSentence(stderr: string): string {
  const text = stderr.replaceAll(/(\/?)\n\s*│ /g, (_, slash: string) => slash || " ").replace(/^.*?[×x] /s, "");
  const [first = ""] = text.split(/: error |[:\s]*\n/);
  return first === "" ? "pnpm gave no report" : first;
}
