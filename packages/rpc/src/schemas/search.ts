import { type Attribute, isSortable, MAX_LOOK_UP_VALUES } from "@rollcall/domain";
import { z } from "zod";
import { pageInput } from "./page.ts";
import { text } from "./text.ts";

const MAX_SEARCH_LENGTH = 200;
const MAX_EXACT_LENGTH = 500;

/** The value of a name, address or foreign id that is looked for. */
export const exactly = text(MAX_EXACT_LENGTH).optional();

export const search = text(MAX_SEARCH_LENGTH)
  .optional()
  .meta({ description: "Text that occurs in one of the names, in any case" });

/** What a list of users or of groups can be asked, beside its filter. */
export function listInput<TName extends string>(attributes: Readonly<Record<TName, Attribute>>) {
  return {
    ...pageInput,
    search,
    sortBy: z
      .enum(sortableNames(attributes))
      .optional()
      .meta({ description: "Default: the order in which they were added" }),
    sortDirection: z.enum(["ascending", "descending"]).default("ascending"),
    withTotal: z.boolean().default(false).meta({ description: "Whether to count all matches as well" }),
  };
}

function sortableNames<TName extends string>(attributes: Readonly<Record<TName, Attribute>>): TName[] {
  const names: TName[] = [];
  for (const name in attributes) if (isSortable(attributes[name])) names.push(name);
  return names;
}

/** Values of one attribute that many are looked up by at once. */
export const lookedUpValues = z.array(text(MAX_EXACT_LENGTH)).min(1).max(MAX_LOOK_UP_VALUES);

export const countSchema = z
  .object({ total: z.int().nonnegative() })
  .meta({ id: "Count", description: "How many there are.", examples: [{ total: 1200 }] });
