import type { Attribute, Urn } from "@rollcall/domain";
import { z } from "zod";

const MAX_FILTER_VALUE_LENGTH = 2_000;
const MAX_OPERANDS = 100;

const filterOperators = ["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le"] as const;
type FilterOperator = (typeof filterOperators)[number];

/**
 * A condition on resources, as JSON: what SCIM's filters (RFC 7644 §3.4.2.2) say as text, with the same operators and
 * the same rules. `TName` are the attributes that it can name.
 */
export type Filter<TName extends string> =
  | { readonly and: readonly Filter<TName>[] }
  | { readonly or: readonly Filter<TName>[] }
  | { readonly not: Filter<TName> }
  | { readonly attribute: TName | Urn; readonly operator: FilterOperator; readonly value: FilterValue }
  | { readonly attribute: TName | Urn; readonly operator: "pr" };

type FilterValue = string | number | boolean | null;

/** The filters over a resource's attributes; `name` is the model's in the OpenAPI document. */
export function filterOf<TName extends string>(name: string, attributes: Readonly<Record<TName, Attribute>>) {
  const attribute = z
    .union([z.enum(namesOf(attributes)), urnAttribute])
    .meta({ description: "An attribute, or one of an extension schema: its URN, a colon and its name" });
  const operands = z
    .array(z.lazy(() => filter))
    .min(1)
    .max(MAX_OPERANDS);
  const filter: z.ZodType<Filter<TName>, Filter<TName>> = z
    .union([
      z.strictObject({ and: operands }),
      z.strictObject({ or: operands }),
      z.strictObject({ not: z.lazy(() => filter) }),
      z.strictObject({ attribute, operator: z.enum(filterOperators), value: filterValue }),
      z.strictObject({ attribute, operator: z.literal("pr").meta({ description: "Whether there is a value" }) }),
    ])
    .meta({
      id: name,
      description:
        "A condition. Operators are those of SCIM: eq, ne, co (contains), sw (starts with), ew (ends with), gt, ge, lt, le, and pr (has a value). Texts are compared without regard to case unless the attribute is case-exact; of several values one that fits is enough.",
    });
  return filter;
}

function namesOf<TName extends string>(attributes: Readonly<Record<TName, Attribute>>): TName[] {
  const names: TName[] = [];
  for (const name in attributes) names.push(name);
  return names;
}

const urnAttribute = z.templateLiteral(["urn:", z.string().max(500)]);

const filterValue = z
  .union([z.string().max(MAX_FILTER_VALUE_LENGTH), z.number(), z.boolean(), z.null()])
  .meta({ description: "What to compare with; points in time as ISO 8601, null for no value" });
