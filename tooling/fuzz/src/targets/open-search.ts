import { createRollcallTestKit } from "@rollcall/client/testing";
import { getResponse } from "msw";
import { z } from "zod";
import { REFUSED } from "../target.ts";
import { hold } from "./hold.ts";

/** Sends the text of a body to the search for users. */
export type Search = (body: string) => Promise<Answer>;
type Answer = { readonly page: z.infer<typeof pageSchema> } | { readonly refusal: string };

const pageSchema = z.object({
  items: z.array(z.object({ id: z.string(), userName: z.string() })),
  nextCursor: z.string().nullable(),
  total: z.number().optional(),
});
const problemSchema = z.object({
  status: z.number(),
  code: z.string(),
  errors: z.array(z.object({ path: z.array(z.unknown()) })).default([]),
});

/** The search of the internal API's own procedures, over a few users in memory. */
export async function openSearch(): Promise<Search> {
  const kit = createRollcallTestKit();
  const { id: tenantId } = await kit.createTenant();
  const provider = kit.identityProvider(tenantId);
  for (const user of users) await provider.provisionUser(user);
  const url = `${kit.url}/api/v1/tenants/${tenantId}/users/search`;
  const headers = { authorization: `Bearer ${kit.apiKey}`, "content-type": "application/json" };
  return async (body) => {
    const response = await getResponse([...kit.handlers], new Request(url, { method: "POST", headers, body }));
    const answer: unknown = await response?.json();
    if (response?.status === 200) return { page: pageSchema.parse(answer) };
    const { status, code, errors } = problemSchema.parse(answer);
    hold(`${status} ${code} is a refusal`, status >= 400 && status < 500);
    const fields = new Set(errors.map(({ path: [field] }) => String(field)));
    return { refusal: `${REFUSED}${code}: ${[...fields].toSorted().join(", ")}` };
  };
}

/** Alike in some things and different in others, so that orders have equals and gaps. */
export const users = [
  { userName: "ada", active: true, profile: { title: "Dr", name: { familyName: "Straße" } } },
  { userName: "Bob", active: false, profile: { title: "Dr", emails: [{ value: "b@x.io", primary: true }] } },
  {
    userName: "\uff43y",
    externalId: "c",
    profile: { emails: [{ value: "c@x.io", type: "work" }, { value: "a@x.io" }] },
  },
  { userName: "dan", externalId: "C", profile: { title: "", name: { familyName: "strasse" } } },
  { userName: "\u{1f600}", active: false, profile: { name: { familyName: "\ue000" } } },
];
