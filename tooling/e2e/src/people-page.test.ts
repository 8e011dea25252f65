import { useChromium } from "@rollcall/browser";
import { servePeoplePage, type ServedPage } from "@rollcall/examples";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { usePlatformApi } from "./platform-api.fixture.ts";

const HOSTILE = `<img src=x onerror="document.title='owned'"> & "Bob"`;
const PEOPLE = 45;

let served: ServedPage;
let tenantId: string;

beforeAll(async () => {
  served = await servePeoplePage();
});
afterAll(() => served.close());

const api = usePlatformApi({ allowedOrigins: () => [served.url] });
const chromium = useChromium();

beforeAll(async () => {
  ({ id: tenantId } = await api.post("/tenants", { name: "Acme" }));
  for (let index = 1; index < PEOPLE; index += 1) {
    await addPerson(`person-${index}@example.com`, `Person ${index}`);
  }
  await addPerson("bob@example.com", HOSTILE);
});

function addPerson(userName: string, displayName: string) {
  return api.post(`/tenants/${tenantId}/users`, { userName, profile: { displayName } });
}

async function openPage(values: { search?: string; credential?: string } = {}) {
  const watched = await chromium.open(served.url);
  const { page } = watched;
  const fields = { API: api.url, Credential: api.apiKey, Tenant: tenantId, Search: "", ...named(values) };
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Show" }).click();
  await page.getByRole("status").filter({ hasNotText: "Loading" }).filter({ hasText: /./ }).waitFor();
  return { ...watched, people: page.getByRole("listitem"), status: page.getByRole("status") };
}

function named({ search, credential }: { search?: string; credential?: string }) {
  return {
    ...(search !== undefined && { Search: search }),
    ...(credential !== undefined && { Credential: credential }),
  };
}

describe("the page of people, on another origin than the API", () => {
  it("shows everybody, page by page", async () => {
    const { page, people, status, origins, complaints } = await openPage();
    expect(await people.count()).toBe(20);
    const more = page.getByRole("button", { name: "More" });
    await more.click();
    await expect.poll(() => people.count()).toBe(40);
    await more.click();
    await expect.poll(() => people.count()).toBe(PEOPLE);
    await more.waitFor({ state: "hidden" });
    expect(await status.textContent()).toBe("45 people shown.");
    expect(new Set(await people.allTextContents()).size).toBe(PEOPLE);
    expect([...origins]).toEqual([served.url, api.url]);
    expect(complaints).toEqual([]);
  });

  it("shows whom the search finds, and a hostile name as the text it is", async () => {
    const { page, people } = await openPage({ search: "bob" });
    expect(await people.allTextContents()).toEqual([`${HOSTILE} (bob@example.com)`]);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).toBe("People");
  });

  it("says so when there is nobody", async () => {
    const { status } = await openPage({ search: "zoltan" });
    expect(await status.textContent()).toBe("Nobody found.");
  });

  it("says in a sentence what the server refuses", async () => {
    const { people, status } = await openPage({ credential: "rlk_wrong" });
    expect(await status.textContent()).toMatch(/^[A-Z].*credential.*\.$/);
    expect(await people.count()).toBe(0);
  });
});
