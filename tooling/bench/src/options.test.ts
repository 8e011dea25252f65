import { describe, expect, it } from "vitest";
import { readOptions } from "./options.ts";
import { full } from "./presets/full.ts";
import { narrow } from "./presets/narrow.ts";
import { quick } from "./presets/quick.ts";

describe("the options", () => {
  it("mean the full benchmark without any", () => {
    expect(readOptions([])).toEqual({ quick: false, only: [], rounds: undefined, json: false, help: false });
  });

  it("take several scenarios", () => {
    const args = ["--quick", "--only", "get", "--only", "patch", "--rounds", "7", "--json"];
    expect(readOptions(args)).toMatchObject({ quick: true, only: ["get", "patch"], rounds: 7, json: true });
  });

  it.each([["--only", "gets"], ["--rounds", "0"], ["--rounds", "many"], ["--fast"], ["quick"]])(
    "refuse %s %s",
    (...args) => {
      expect(() => readOptions(args)).toThrow(args[0]);
    },
  );
});

describe("a narrowed preset", () => {
  it("has the wanted scenarios and the directories that they need", () => {
    const narrowed = narrow(quick, { only: ["create"], rounds: 1 });
    expect(narrowed.directories.map(({ name }) => name)).toEqual(["growing", "large"]);
    expect(new Set(narrowed.trials.map(({ scenario }) => scenario))).toEqual(new Set(["create"]));
    expect(narrowed.rounds).toBe(1);
  });

  it("adds the members that are to be removed", () => {
    const { trials } = narrow(quick, { only: ["removeMember"], rounds: undefined });
    expect(new Set(trials.map(({ scenario }) => scenario))).toEqual(new Set(["addMember", "removeMember"]));
  });
});

describe.each([quick, full])("the $name preset", ({ directories, trials }) => {
  it("works on directories it has, with groups of the size it wants", () => {
    for (const { directory, subject } of trials) {
      const spec = directories.find(({ name }) => name === directory);
      const sizes = {
        users: [spec?.users],
        tenants: [spec?.tenants ?? 1],
        members: spec?.groups.map(({ size }) => size),
      };
      expect(sizes[subject.unit], directory).toContain(subject.size);
    }
  });
});
