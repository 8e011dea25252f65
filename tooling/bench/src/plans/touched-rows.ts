import { nodesOf, type PlanNode } from "./plan-node.ts";

/** The most rows of one of the tables that a step of a plan read, returned or not, over all its turns. */
export function touchedRows(plan: PlanNode, tables: readonly string[]): number {
  const scans = nodesOf(plan).filter((node) => tables.includes(node["Relation Name"] ?? tableOf(node)));
  return Math.max(0, ...scans.map(rowsOf));
}

/** Of an index alone, by its name: they begin with their tables'. */
function tableOf(node: PlanNode): string {
  return node["Index Name"]?.split("_")[0] ?? "";
}

function rowsOf(node: PlanNode): number {
  // What an index cannot tell for certain counts as well.
  const removed = (node["Rows Removed by Filter"] ?? 0) + (node["Rows Removed by Index Recheck"] ?? 0);
  return Math.round((node["Actual Rows"] + removed) * node["Actual Loops"]);
}
