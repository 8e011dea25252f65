import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { bootstrapEnv } from "./bootstrap-env.mjs";
import { hostProblem } from "./host-problem.mjs";
import { runPlan } from "./run-plan.mjs";

describe("hostProblem", () => {
  const glibc = { excludeNetwork: false, getReport: () => ({ header: { glibcVersionRuntime: "2.36" } }) };
  const musl = { excludeNetwork: false, getReport: () => ({ header: {} }) };
  const host = { versions: { node: "20.20.2" }, platform: "linux", arch: "x64", report: glibc };

  it("accepts Linux with glibc and Node 20 or newer", () => {
    expect(hostProblem(host)).toBeUndefined();
    expect(hostProblem({ ...host, arch: "arm64", versions: { node: "26.1.0" } })).toBeUndefined();
    expect(hostProblem(process)).toBeUndefined();
  });

  it.each([
    [{ versions: { node: "18.19.1" } }, "Rollcall needs Node 20 or newer; this is Node 18.19.1."],
    [{ platform: "darwin" }, "Rollcall runs on Linux x64 and arm64; this is darwin x64: use a Linux container."],
    [{ arch: "ia32" }, "Rollcall runs on Linux x64 and arm64; this is linux ia32: use a Linux container."],
    [{ report: musl }, "Rollcall needs a Linux with glibc, such as Debian or Ubuntu; this one has musl."],
  ])("refuses %j in one sentence", (difference, sentence) => {
    expect(hostProblem({ ...host, ...difference })).toBe(sentence);
  });
});

describe("bootstrapEnv", () => {
  it("drops what npm adds and how it installs, keeps how it reaches a registry", () => {
    const kept = {
      PATH: "/bin",
      HTTPS_PROXY: "http://proxy",
      npm_config_registry: "https://registry",
      "npm_config_//registry/:_authToken": "x",
      "npm_config_@corp:registry": "https://corp",
      NPM_CONFIG_CAFILE: "/ca.pem",
      npm_config_https_proxy: "http://proxy",
      npm_config_strict_ssl: "true",
    };
    const dropped = {
      npm_config_production: "true",
      npm_config_omit: "optional",
      NPM_CONFIG_OPTIONAL: "false",
      npm_config_user_agent: "yarn/1",
      npm_lifecycle_event: "start",
      npm_package_json: "/p",
      npm_execpath: "/npm",
      INIT_CWD: "/",
    };
    expect(bootstrapEnv({ ...kept, ...dropped })).toEqual(kept);
  });
});

describe("runPlan", () => {
  const node = (script: string) => [process.execPath, "-e", script];

  /** Runs the plan in a process of its own, which gets the signal when the plan has said something on stdout. */
  async function run(plan: string[][], signal?: NodeJS.Signals): Promise<{ ended: unknown; out: string; err: string }> {
    const module = JSON.stringify(new URL("run-plan.mjs", import.meta.url).href);
    const script = `const { runPlan } = await import(${module}); process.exitCode = await runPlan(${JSON.stringify(plan)}, process.env);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "pipe"] });
    const said = { out: "", err: "" };
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (said.err += chunk));
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      said.out += chunk;
      if (signal) child.kill(signal);
    });
    const [ended]: unknown[] = await once(child, "close");
    return { ended, ...said };
  }

  it("is quiet about one command that succeeds", async () => {
    expect(await run([node("console.log(1)")])).toEqual({ ended: 0, out: "1\n", err: "" });
  });

  it("runs every command, keeps the first failure's exit code and lists the failures last", async () => {
    const { ended, out, err } = await run([node("process.exit(3)"), node("console.log(2)"), ["no-such-command"]]);
    expect([ended, out]).toEqual([3, "2\n"]);
    expect(err).toContain("[rollcall] failed: node -e process.exit(3) (exit code 3)\n");
    expect(err).toContain("[rollcall] failed: no-such-command (spawn no-such-command ENOENT)\n");
    expect(err.trimEnd().split("\n").at(-1)).toMatch(
      /^\[rollcall\] failed: .* -e process\.exit\(3\); no-such-command$/,
    );
  });

  it("says when a signal killed a command, and ends as a shell would", async () => {
    const { ended, err } = await run([node("process.kill(process.pid, 'SIGKILL')")]);
    expect(ended).toBe(137);
    expect(err).toContain("(SIGKILL)");
  });

  it("passes a signal on, lets the command end in its own way, and runs nothing after it", async () => {
    const patient = "process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000); console.log('first')";
    const { ended, out } = await run([node(patient), node("console.log('second')")], "SIGTERM");
    expect([ended, out]).toEqual([9, "first\n"]);
  });
});
