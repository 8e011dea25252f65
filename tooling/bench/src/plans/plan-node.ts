import { z } from "zod";

/** A step of a plan as Postgres describes it in JSON; what it did is there when it was told to say so. */
export interface PlanNode {
  readonly "Node Type": string;
  readonly "Parent Relationship"?: string | undefined;
  readonly "Subplan Name"?: string | undefined;
  readonly Operation?: string | undefined;
  readonly "Join Type"?: string | undefined;
  readonly "Relation Name"?: string | undefined;
  readonly "Index Name"?: string | undefined;
  readonly "Function Name"?: string | undefined;
  readonly "CTE Name"?: string | undefined;
  readonly "Index Cond"?: string | undefined;
  readonly "Recheck Cond"?: string | undefined;
  readonly "Sort Key"?: readonly string[] | undefined;
  readonly "Actual Rows": number;
  readonly "Actual Loops": number;
  readonly "Rows Removed by Filter"?: number | undefined;
  readonly "Rows Removed by Index Recheck"?: number | undefined;
  readonly "Shared Hit Blocks": number;
  readonly "Shared Read Blocks": number;
  readonly Plans?: readonly PlanNode[] | undefined;
}

export const planNode: z.ZodType<PlanNode> = z.object({
  "Node Type": z.string(),
  "Parent Relationship": z.string().optional(),
  "Subplan Name": z.string().optional(),
  Operation: z.string().optional(),
  "Join Type": z.string().optional(),
  "Relation Name": z.string().optional(),
  "Index Name": z.string().optional(),
  "Function Name": z.string().optional(),
  "CTE Name": z.string().optional(),
  "Index Cond": z.string().optional(),
  "Recheck Cond": z.string().optional(),
  "Sort Key": z.array(z.string()).optional(),
  "Actual Rows": z.number(),
  "Actual Loops": z.number(),
  "Rows Removed by Filter": z.number().optional(),
  "Rows Removed by Index Recheck": z.number().optional(),
  "Shared Hit Blocks": z.number(),
  "Shared Read Blocks": z.number(),
  get Plans() {
    return z.array(planNode).optional();
  },
});

/** The node and all below it. */
export function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}
