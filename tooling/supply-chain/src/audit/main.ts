import { auditProduction } from "./audit.ts";

const verdict = await auditProduction();
switch (verdict.kind) {
  case "clean":
    console.log("audit: no high or critical vulnerability is known of what runs in production");
    break;
  case "skipped":
    console.log(`audit: skipped, because the registry did not answer it (${verdict.reason})`);
    break;
  case "vulnerable":
    console.error(["audit:", ...verdict.advisories].join("\n"));
    process.exitCode = 1;
}
