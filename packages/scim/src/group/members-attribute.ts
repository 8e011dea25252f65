import { resolvePath } from "../path/resolve-path.ts";
import type { Attribute } from "../schema/attribute.ts";
import { groupType } from "../schema/standard-types.ts";

/** `members` of a Group. */
export const membersAttribute: Attribute = resolvePath(groupType, "members")[0].attribute;
