import { describe, expect, it } from "vitest";
import { expectScenario, loadScenarios } from "./scenario.fixture.ts";
import { useFacade } from "./use-facade.fixture.ts";

const facade = useFacade();
const scenarios = loadScenarios();

describe("what identity providers do", () => {
  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s", async (_, scenario) => {
    await expectScenario(await facade().newClient(), scenario);
    expect(facade().log).toEqual([]);
  });

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))("%s says what and whence", (_, scenario) => {
    expect(scenario.description).toMatch(/\.$/);
    expect(scenario.source).toMatch(/\w/);
  });
});
