import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repository, type StartedRollcall, startRollcall } from "./start-rollcall.fixture.ts";

const readme = readFileSync(join(repository, "README.md"), "utf8");
const codeBlock = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, "s").exec(readme)?.[1] ?? "";

describe("the README", () => {
  it("shows the example that runs below", () => {
    expect(codeBlock("ts")).toBe(readFileSync(join(repository, "tooling/e2e/src/readme-example.ts"), "utf8"));
  });

  it("has a phrase for every folder, and no folder that is not there", () => {
    const tree = /```\n(apps\n.*?)```/s.exec(readme)?.[1] ?? "";
    const named: string[] = [];
    let parent = "";
    for (const line of tree.trimEnd().split("\n")) {
      const child = /^[├└]── (\S+) +\S/.exec(line)?.[1];
      const top = /^(\S+)/.exec(line)?.[1] ?? "";
      if (child === undefined) parent = top;
      named.push(child === undefined ? top : `${parent}/${child}`);
    }
    const tracked = execFileSync("git", ["ls-files"], { cwd: repository, encoding: "utf8" }).split("\n");
    const folders = tracked.flatMap((file) => {
      const [top = "", child, ...rest] = file.split("/");
      if (top.startsWith(".") || child === undefined) return [];
      return ["apps", "packages", "tooling"].includes(top) && rest.length > 0 ? [top, `${top}/${child}`] : [top];
    });
    expect(named.toSorted()).toEqual([...new Set(folders)].toSorted());
  });

  it("names no file that is not there", () => {
    const paths = [...readme.matchAll(/`((?:apps|packages|tooling|docs)\/[^`\s]+)`/g)].map(([, path]) => path ?? "");
    expect(paths.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  });

  it("lists every setting that is read", () => {
    const env = readFileSync(join(repository, "apps/cli/src/env.ts"), "utf8");
    const read = new Set(env.match(/\b(?:ROLLCALL|DATABASE)_[A-Z_]+(?=:)/g));
    const listed = new Set([...readme.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name));
    expect(listed).toEqual(read);
  });
});

describe("whoever follows the README", () => {
  let rollcall: StartedRollcall;
  let tenantId: string;

  beforeAll(async () => {
    rollcall = await startRollcall();
  });
  afterAll(() => rollcall.stop());

  it("starts it and gets a tenant and a token, and Okta then does all it does", async () => {
    tenantId = JSON.parse(await rollcall.npx("tenants create Acme --json")).id;
    const issued = JSON.parse(await rollcall.npx(`tokens create --tenant ${tenantId} --json`));
    expect(issued).toMatchObject({ token: expect.stringMatching(/^rlc_/), tenantUrl: rollcall.instance.scimUrl });
    const transcript = await rollcall.npx(`simulate okta --tenant ${tenantId} --users 40 --groups 6`);
    expect(transcript).toContain("custom-app");
    expect(transcript).not.toContain("✗");
  });

  it("sees the people arrive through the typed client", () => {
    const { apiUrl, adminKey } = rollcall.instance;
    const example = join(repository, "tooling/e2e/src/readme-example.ts");
    const output = execFileSync(process.execPath, [example, apiUrl, adminKey, tenantId], { encoding: "utf8" });
    const people = output.split("\n").filter((line) => line.includes("@"));
    expect(people.length).toBeGreaterThanOrEqual(36);
    const sequences = [...output.matchAll(/^(\d+) [a-z]+\.[a-z_]+ /gm)].map(([, sequence]) => Number(sequence));
    expect(sequences.length).toBeGreaterThan(40);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it("reads the same over REST, and nothing without a key", async () => {
    const { apiUrl, adminKey } = rollcall.instance;
    const url = `${apiUrl}/api/v1/tenants/${tenantId}/groups?withTotal=true`;
    const groups = await fetch(url, { headers: { Authorization: `Bearer ${adminKey}` } });
    expect(await groups.json()).toMatchObject({ total: 6 });
    expect((await fetch(url)).status).toBe(401);
  });
});
