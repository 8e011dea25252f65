import { z } from "zod";
import { runPnpm } from "../run-pnpm.ts";

/** The root package depends on whatever runs in production, Node included, and on nothing else. */
const DEPLOYMENT = "rollcall";

/** What we rely on of CycloneDX 1.6 (ECMA-424); the rest is kept as it is. */
const namedLicence = z.looseObject({ id: z.string().optional(), name: z.string().optional() });
const licence = z.looseObject({ license: namedLicence.optional(), expression: z.string().optional() });
const component = z.looseObject({
  type: z.enum(["library", "application"]),
  group: z.string().optional(),
  name: z.string().min(1),
  version: z.string().min(1),
  purl: z.string().startsWith("pkg:npm/"),
  "bom-ref": z.string().min(1),
  licenses: z.array(licence).optional(),
  externalReferences: z
    .array(
      z.looseObject({
        type: z.string(),
        url: z.string(),
        hashes: z.array(z.looseObject({ alg: z.string() })).optional(),
      }),
    )
    .optional(),
});
const sbomSchema = z.looseObject({
  bomFormat: z.literal("CycloneDX"),
  specVersion: z.literal("1.6"),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  version: z.int().min(1),
  metadata: z.looseObject({ component }),
  components: z.array(component).min(1),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});

export type Sbom = z.output<typeof sbomSchema>;
export type SbomComponent = Sbom["components"][number];

/** The list of all that runs in production on this kind of machine. Needs no network. @throws Error when pnpm cannot tell. */
export async function createSbom(): Promise<Sbom> {
  const format = ["--sbom-format", "cyclonedx", "--sbom-spec-version", "1.6", "--sbom-type", "application"];
  const { ok, stdout, stderr } = await runPnpm(["--filter", DEPLOYMENT, "sbom", "--split", "--prod", ...format]);
  if (!ok) throw new Error(`pnpm could not list the dependencies: ${stderr}`);
  return sbomSchema.parse(JSON.parse(stdout));
}

/** `@scope/name`, or `name`. */
export function packageName({ group, name }: Pick<SbomComponent, "group" | "name">): string {
  return group === undefined ? name : `${group}/${name}`;
}

/** One of our own, which comes from no registry. */
export function isOurs({ group }: Pick<SbomComponent, "group">): boolean {
  return group === "@rollcall";
}
