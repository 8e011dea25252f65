import { z } from "zod";
import { text } from "./text.ts";

const MAX_SEARCH_LENGTH = 200;
const MAX_FILTER_VALUE_LENGTH = 500;

/** The value of a name, address or foreign id that is looked for. */
export const filterValue = text(MAX_FILTER_VALUE_LENGTH).optional();

/** What lists of users and of groups can both be asked. */
export const searchInput = {
  search: text(MAX_SEARCH_LENGTH).optional().meta({ description: "Text that occurs in one of the names, in any case" }),
  withTotal: z.boolean().default(false).meta({ description: "Whether to count all matches as well" }),
};
