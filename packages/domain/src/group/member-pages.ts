import type { Member } from "./group.ts";
import type { GroupRepository } from "./group-repository.ts";

/** Members that are read at once: few enough that nobody else waits for them to be put into words. */
const MEMBERS_PER_PAGE = 1_000;

/**
 * All members of a group in the order of their ids, page by page; at least one page, which may be empty. Each page is as
 * of its own moment: a change meanwhile shows in the pages after it.
 */
export async function* memberPages(
  groups: GroupRepository,
  groupId: string,
  count = MEMBERS_PER_PAGE,
): AsyncGenerator<readonly Member[]> {
  for (let afterId: string | undefined; ;) {
    const page = await groups.members(groupId, { afterId, count });
    yield page;
    if (page.length < count) return;
    afterId = page.at(-1)?.id;
  }
}
