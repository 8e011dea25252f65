import { renderFailures, renderTitle } from "./render-step.ts";
import type { Report } from "./report.ts";
import { isFailed } from "./step.ts";

/** The end of the story: each failed step with what was not met, then the counts. No trailing newline. */
export function renderReport(report: Report): string {
  const failed = report.steps.filter(isFailed);
  const users = Object.values(report.users);
  const active = users.filter((user) => user.active).length;
  const requirements = report.steps.flatMap((step) => step.requirements);
  const slow = requirements.filter((requirement) => requirement.advisory && !requirement.met).length;
  return [
    ...failed.flatMap((step) => [renderTitle(step), ...renderFailures(step)]),
    `${users.length} people (${active} active), ${Object.keys(report.groups).length} groups, ${report.probes.length} probe users of Okta's suites`,
    `${report.requests} requests in ${(report.durationMs / 1000).toFixed(1)} s`,
    ...(slow === 0 ? [] : [`${slow} answers slower than Okta's suites wish (not a failure)`]),
    report.unmet === 0
      ? `✓ all ${report.met} requirements are met`
      : `✗ ${report.unmet} of ${report.met + report.unmet} requirements are not met, in ${failed.length} steps`,
  ].join("\n");
}
