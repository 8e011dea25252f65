import type { Target } from "../target.ts";
import { hold } from "./hold.ts";
import { openSearch, type Search, users } from "./open-search.ts";
import { apiWords } from "./words.ts";

/** Bodies of the internal API's search, with its filters in JSON. */
export function createQueryTarget(): Target {
  let opened: Promise<Search> | undefined;
  return {
    name: "query",
    covers: /packages\/(rpc|domain|client)\/src\//u,
    maxLength: 4_000,
    maxStepsPerCharacter: 1_000,
    dictionary: apiWords,
    seeds: [
      { filter: { attribute: "userName", operator: "eq", value: "ADA" }, withTotal: true },
      {
        filter: {
          and: [
            { attribute: "emails.value", operator: "pr" },
            { not: { attribute: "active", operator: "ne", value: true } },
          ],
        },
      },
      { filter: { or: [{ attribute: "createdAt", operator: "gt", value: "2024-01-01T00:00:00Z" }] }, limit: 2 },
      {
        filter: { attribute: "urn:example:1.0:User:badge", operator: "eq", value: null },
        search: "str",
        sortBy: "title",
      },
    ].map((body) => JSON.stringify(body)),
    async attempt(body) {
      opened ??= openSearch();
      const search = await opened;
      const answer = await search(body);
      if ("refusal" in answer) return answer.refusal;
      const { filter }: { filter?: unknown } = JSON.parse(body || "null") ?? {};
      if (filter !== undefined) await checkContrary(search, filter);
      return `found ${answer.page.items.length}`;
    },
  };
}

/** Who fulfils a condition and who does not are all there are. */
async function checkContrary(search: Search, filter: unknown): Promise<void> {
  const count = async (condition: unknown) => {
    const answer = await search(JSON.stringify({ filter: condition, withTotal: true, limit: 1 }));
    return "page" in answer ? answer.page.total : undefined;
  };
  const [some = 0, others] = [await count(filter), await count({ not: filter })];
  // The contrary is one level deeper, which may be one too many.
  hold("a condition and its contrary share out all users", others === undefined || some + others === users.length);
}
