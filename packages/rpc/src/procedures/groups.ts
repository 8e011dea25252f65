import { trpc } from "../trpc.ts";
import { changeMembers } from "./groups/change-members.ts";
import { readGroups } from "./groups/read-groups.ts";
import { writeGroups } from "./groups/write-groups.ts";

export const groups = trpc.router({ ...readGroups, ...writeGroups, ...changeMembers });
