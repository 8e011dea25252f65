import { z } from "zod";
import { activePatch, addMemberPatch, newUserBody, removeMemberPatch, userBody } from "./bodies.ts";
import { PAGE_SIZE } from "./imports.ts";
import { newPerson, pick } from "./people.ts";
import type { StepContext } from "./scenario.ts";
import { filterPath } from "./user-filter.ts";

const userSchema = z.object({ id: z.string() });

/**
 * One person's way through Okta: looked for, created, read and updated, put into a pushed group, deactivated, found again,
 * reactivated, taken out of the group; and once in a while a page of an import.
 */
export async function oktaMix({ client, directory, n }: StepContext): Promise<void> {
  const { token, groups } = directory;
  const person = newPerson();
  const find = () => client.send({ method: "GET", path: filterPath(person.userName), token });
  await find();
  const created = await client.send({ method: "POST", path: "/Users", token, body: newUserBody(person) });
  const { id } = userSchema.parse(JSON.parse(created.toString()));
  const path = `/Users/${id}`;
  const group = `/Groups/${pick(groups, n).id}`;
  await client.send({ method: "PATCH", path: group, token, body: addMemberPatch(id) });
  await client.send({ method: "GET", path, token });
  await client.send({ method: "PUT", path, token, body: userBody({ ...person, title: "Principal Analyst" }) });
  await client.send({ method: "PATCH", path, token, body: activePatch(false) });
  await find();
  await client.send({ method: "PATCH", path, token, body: activePatch(true) });
  await client.send({ method: "PATCH", path: group, token, body: removeMemberPatch(id) });
  if (n % STEPS_PER_PAGE !== 0) return;
  await client.send({ method: "GET", path: `/Users?startIndex=1&count=${PAGE_SIZE}`, token });
}

const STEPS_PER_PAGE = 10;
