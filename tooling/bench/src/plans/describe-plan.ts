import type { PlanNode } from "./plan-node.ts";

/** A plan as lines of text: its nodes, their indexes, what those are asked for, and what is sorted by; nothing that varies. */
export function describePlan(node: PlanNode, indent = ""): string[] {
  const below = `${indent}  `;
  const { "Index Cond": condition, "Sort Key": sortKey } = node;
  return [
    `${indent}${roleOf(node)}${titleOf(node)}`,
    ...(condition === undefined ? [] : [`${below}  where ${withoutValues(condition)}`]),
    ...(sortKey === undefined ? [] : [`${below}  by ${withoutValues(sortKey.join(", "))}`]),
    ...(node.Plans ?? []).flatMap((child) => describePlan(child, below)),
  ];
}

function roleOf({ "Parent Relationship": relationship, "Subplan Name": name }: PlanNode): string {
  if (name?.startsWith("CTE ")) return `${name}: `;
  return relationship === "InitPlan" || relationship === "SubPlan" ? `${relationship}: ` : "";
}

function titleOf(node: PlanNode): string {
  const kind = node.Operation ?? node["Node Type"];
  const join = node["Join Type"] === undefined || node["Join Type"] === "Inner" ? "" : ` (${node["Join Type"]})`;
  const index = node["Index Name"] === undefined ? "" : ` by ${node["Index Name"]}`;
  const source = node["Relation Name"] ?? node["Function Name"] ?? node["CTE Name"];
  return `${kind}${join}${source === undefined ? "" : ` on ${source}`}${index}`;
}

/** Parameters and constants alike, and without the casts that only one of the two has. */
function withoutValues(condition: string): string {
  return condition
    .replaceAll(/\(InitPlan \d+\)\.col\d+/g, "?")
    .replaceAll(/'(?:[^']|'')*'(?:::[a-z]+(?: [a-z]+)*(?:\[\])?)?/g, "?")
    .replaceAll(/\(\$\d+\)::[a-z]+(?:\[\])?/g, "?")
    .replaceAll(/\$\d+/g, "?")
    .replaceAll(/\b\w+_\d+\./g, (alias) => `${alias.replace(/_\d+\.$/, "")}.`);
}
