import { describe, expect, it } from "vitest";
import { readText } from "./repository.ts";

const workspace = readText("pnpm-workspace.yaml");
const lockfile = readText("pnpm-lock.yaml");

describe("an installation", () => {
  it("runs no script of a package: each that has one is listed, and refused", () => {
    const block = /^allowBuilds:\n((?: {2}.*\n)+)/m.exec(workspace)?.[1] ?? "";
    const entries = block.split("\n").filter((line) => /^ {2}[^ #]/.test(line));
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.filter((line) => !line.endsWith(": false"))).toEqual([]);
    expect(workspace).toMatch(/^strictDepBuilds: true$/m);
    expect(readText("tooling/bootstrap/install-workspace.mjs")).toContain('"npm", "ci", "--ignore-scripts"');
  });

  it("takes exactly what the lockfile says, in CI as everywhere", () => {
    expect(readText("tooling/bootstrap/install-workspace.mjs")).toContain('"install", "--frozen-lockfile"');
    expect(readText(".ci/run")).toMatch(/^npm test /m);
  });

  it("names an exact version of every package in the catalogue", () => {
    const catalogs = workspace.slice(workspace.indexOf("\ncatalog:"), workspace.indexOf("\npatchedDependencies:"));
    const versions = [...catalogs.matchAll(/^ +(?:"[^"]+"|[\w-]+): (\S+)$/gm)].map(([, version = ""]) => version);
    expect(versions.length).toBeGreaterThan(30);
    expect(versions.filter((version) => !/^(npm:\S+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });
});

describe("the lockfile", () => {
  const packages = lockfile.slice(lockfile.indexOf("\npackages:\n"), lockfile.indexOf("\nsnapshots:\n"));
  const names = [...packages.matchAll(/^ {2}(\S+):$/gm)].map(([, name = ""]) => name);
  const resolutions = [...packages.matchAll(/^ {4}resolution: (.+)$/gm)].map(([, resolution = ""]) => resolution);

  it("has a hash of every package, and takes none from git, a URL or a folder", () => {
    expect(names.length).toBeGreaterThan(100);
    expect(resolutions).toHaveLength(names.length);
    expect(resolutions.filter((text) => !/^\{integrity: sha512-[\w+/]+=*\}$/.test(text))).toEqual([]);
    expect(names.filter((name) => !/^'?(@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*'?$/.test(name))).toEqual([]);
  });

  it("of the bootstrap has one as well", () => {
    const parsed: { packages: Record<string, { integrity?: string }> } = JSON.parse(
      readText("tooling/bootstrap/package-lock.json"),
    );
    const installed = Object.entries(parsed.packages).filter(([path]) => path !== "");
    expect(installed.length).toBeGreaterThan(0);
    expect(installed.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"))).toEqual([]);
  });
});
