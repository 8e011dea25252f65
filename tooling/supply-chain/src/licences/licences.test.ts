import { expect, it } from "vitest";
import { readText } from "../repository.ts";
import { createSbom, isOurs, packageName } from "../sbom/create-sbom.ts";
import { allowedInProduction, allowedInTools } from "./allowed-licences.ts";
import { installedLicences } from "./installed-licences.ts";
import { licenceOf, renderLicences } from "./render-licences.ts";

it("docs/licences.md tells what is installed; if not: pnpm --filter @rollcall/supply-chain run licences", async () => {
  expect(readText("docs/licences.md")).toBe(renderLicences(await createSbom()));
});

it("production needs nothing under a licence that is not allowed", async () => {
  const { components } = await createSbom();
  const allowed = new Set<string>(allowedInProduction);
  const foreign = components.filter((component) => !isOurs(component) && !allowed.has(licenceOf(component)));
  expect(foreign.map((component) => `${packageName(component)}: ${licenceOf(component)}`)).toEqual([]);
});

it("nothing is installed under a licence that is not allowed", async () => {
  const allowed = new Set<string>(allowedInTools);
  const foreign = [...(await installedLicences())].filter(([licence]) => !allowed.has(licence));
  expect(foreign).toEqual([]);
});

it("a package that does not say its licence is not taken for an allowed one", () => {
  expect(licenceOf({})).toBe("unknown");
  expect(licenceOf({ licenses: [{ license: { name: "Custom" } }] })).toBe("Custom");
});
