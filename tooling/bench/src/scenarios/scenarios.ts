import { randomUUID } from "node:crypto";
import { activePatch, addMemberPatch, newUserBody, removeMemberPatch, userBody } from "./bodies.ts";
import { importByCursor, importByIndex, PAGE_SIZE } from "./imports.ts";
import { oktaMix } from "./okta-mix.ts";
import { newPerson, personOf, pick } from "./people.ts";
import type { ScenarioName } from "./scenario-name.ts";
import type { Scenario, StepContext } from "./scenario.ts";
import { filterPath } from "./user-filter.ts";

/** How many connections a client keeps. */
const CONNECTIONS = 16;
/** For requests that an identity provider sends one after the other. */
const ONE_CONNECTION = 1;

export const scenarios = {
  create: {
    title: "create",
    connections: CONNECTIONS,
    step: ({ client, directory: { token } }) =>
      client.send({ method: "POST", path: "/Users", token, body: newUserBody(newPerson()) }),
  },
  get: {
    title: "get by id",
    connections: CONNECTIONS,
    step: ({ client, directory, n }) =>
      client.send({ method: "GET", path: `/Users/${pick(directory.users, n).id}`, token: directory.token }),
  },
  filter: {
    title: "userName eq",
    connections: CONNECTIONS,
    step: ({ client, directory, n }) =>
      client.send({ method: "GET", path: filterPath(pick(directory.users, n).userName), token: directory.token }),
  },
  put: {
    title: "PUT profile",
    connections: CONNECTIONS,
    step({ client, directory: { token, users }, n }) {
      const { id, userName } = pick(users, n);
      const body = userBody({ ...personOf(userName), title: `Analyst ${randomUUID()}` });
      return client.send({ method: "PUT", path: `/Users/${id}`, token, body });
    },
  },
  patch: {
    title: "PATCH active",
    connections: CONNECTIONS,
    // Both, so that every request changes something and everyone is active in the end.
    async step({ client, directory: { token, users }, n }) {
      const path = `/Users/${pick(users, n).id}`;
      await client.send({ method: "PATCH", path, token, body: activePatch(false) });
      await client.send({ method: "PATCH", path, token, body: activePatch(true) });
    },
  },
  firstPage: {
    title: "first page of 100",
    connections: CONNECTIONS,
    step: (context) => page(context, { startIndex: 1, count: PAGE_SIZE }),
  },
  deepPage: {
    title: "last page of 100",
    connections: CONNECTIONS,
    step: (context) => page(context, { startIndex: context.directory.size - PAGE_SIZE + 1, count: PAGE_SIZE }),
  },
  total: {
    title: "totalResults",
    connections: CONNECTIONS,
    step: (context) => page(context, { startIndex: 1, count: 0 }),
  },
  addMember: {
    title: "add a member",
    connections: ONE_CONNECTION,
    step: (context) => changeMembers(context, addMemberPatch),
  },
  removeMember: {
    title: "remove a member",
    connections: ONE_CONNECTION,
    step: (context) => changeMembers(context, removeMemberPatch),
  },
  readGroup: {
    title: "read a group",
    connections: ONE_CONNECTION,
    step: ({ client, directory: { token, groups }, n }) =>
      client.send({ method: "GET", path: `/Groups/${pick(groups, n).id}`, token }),
  },
  importByIndex: { title: "import by startIndex", connections: ONE_CONNECTION, step: importByIndex },
  importByCursor: { title: "import by cursor", connections: ONE_CONNECTION, step: importByCursor },
  oktaMix: { title: "Okta's mix", connections: CONNECTIONS, step: oktaMix },
} as const satisfies Record<ScenarioName, Scenario>;

function page({ client, directory: { token } }: StepContext, place: { startIndex: number; count: number }) {
  const path = `/Users?startIndex=${place.startIndex}&count=${place.count}`;
  return client.send({ method: "GET", path, token });
}

/** The n-th step meets the same group and user whenever it is taken: what one window adds, another removes. */
function changeMembers({ client, directory, n }: StepContext, patch: (userId: string) => object) {
  const { groups, token } = directory;
  const { id, outsiders } = pick(groups, n);
  const outsider = outsiders[Math.floor(n / groups.length)];
  if (outsider === undefined) throw new Error("a window is longer than there are users outside of the group");
  const body = patch(outsider);
  return client.send({ method: "PATCH", path: `/Groups/${id}`, token, body });
}
