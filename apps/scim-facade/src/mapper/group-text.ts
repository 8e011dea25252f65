import type { Group, Member } from "@rollcall/domain";
import { project, type Projection } from "@rollcall/scim";
import { groupToScim } from "./group-to-scim.ts";

interface GroupWithMembers {
  readonly group: Group;
  /** At least one page. */
  readonly pages: AsyncIterable<readonly Member[]>;
  readonly projection: Projection;
  readonly baseUrl: string;
}

/**
 * A group as JSON text, in pieces: one for each page of its members, whom a large group has too many of to be described
 * at once. Its version is that of the group, which was read before its members: whoever changes the group by it is told
 * when they have changed meanwhile.
 */
export async function* groupText({ group, pages, projection, baseUrl }: GroupWithMembers): AsyncGenerator<string> {
  let isFirst = true;
  for await (const page of pages) {
    const { members, ...others } = project(projection, groupToScim(group, page, baseUrl));
    if (members === undefined || page.length === 0) {
      if (!isFirst) break;
      yield JSON.stringify({ ...others, ...(members !== undefined && { members }) });
      return;
    }
    const listed = JSON.stringify(members).slice(1, -1);
    yield isFirst ? `${JSON.stringify(others).slice(0, -1)},"members":[${listed}` : `,${listed}`;
    isFirst = false;
  }
  yield "]}";
}
