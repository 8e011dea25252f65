import { expect, it } from "vitest";
import { auditProduction, judgeAudit } from "./audit.ts";

function report(severity: string, count: number) {
  const advisory = { severity, module_name: "left-pad", title: "Too much padding", url: "https://example.com/1" };
  const advisories = count === 0 ? {} : { "1": advisory };
  return {
    ok: count === 0,
    stderr: "",
    stdout: JSON.stringify({ advisories, metadata: { vulnerabilities: { [severity]: count } } }),
  };
}

it("fails on high and critical vulnerabilities, and on no others", () => {
  for (const severity of ["high", "critical"]) {
    expect(judgeAudit(report(severity, 1))).toEqual({
      kind: "vulnerable",
      advisories: [`${severity}: left-pad: Too much padding https://example.com/1`],
    });
    expect(judgeAudit(report(severity, 0))).toEqual({ kind: "clean" });
  }
  expect(judgeAudit(report("moderate", 1))).toEqual({ kind: "clean" });
});

it("is skipped in plain words when the registry has no answer", () => {
  const refused =
    "Error: ERR_PNPM_AUDIT_BAD_RESPONSE\n\n  × The audit endpoint (at https://r/) responded with 405: \n\n";
  expect(judgeAudit({ ok: false, stdout: "", stderr: refused })).toEqual({
    kind: "skipped",
    reason: "The audit endpoint (at https://r/) responded with 405",
  });
  expect(judgeAudit({ ok: false, stdout: "", stderr: "" })).toMatchObject({ kind: "skipped" });
});

it("knows of nothing high or critical in production, as far as the registry tells", async () => {
  const verdict = await auditProduction();
  if (verdict.kind === "skipped") console.log(`The audit is skipped: ${verdict.reason}`);
  expect(verdict).not.toMatchObject({ kind: "vulnerable" });
});
