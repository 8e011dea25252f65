import { expect, it } from "vitest";
import { createSbom, isOurs, packageName } from "./create-sbom.ts";

it("is CycloneDX 1.6, names what runs, and each package with its hash and its place in the registry", async () => {
  const { components, dependencies, metadata } = await createSbom();
  expect(metadata.component).toMatchObject({ type: "application", name: "rollcall" });
  const names = new Set(components.map(packageName));
  for (const name of ["@rollcall/scim-facade", "express", "pg", "kysely", "zod", `node-linux-${process.arch}`]) {
    expect(names).toContain(name);
  }
  for (const name of ["vitest", "oxlint", "@rollcall/test-database"]) expect(names).not.toContain(name);
  const bought = components.filter((component) => !isOurs(component));
  const unproven = bought.filter(({ externalReferences = [] }) =>
    externalReferences.every(({ type, hashes = [] }) => type !== "distribution" || hashes[0]?.alg !== "SHA-512"),
  );
  expect(unproven).toEqual([]);
  const refs = new Set([metadata.component, ...components].map((component) => component["bom-ref"]));
  expect(
    dependencies.flatMap(({ ref, dependsOn = [] }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref)),
  ).toEqual([]);
});
