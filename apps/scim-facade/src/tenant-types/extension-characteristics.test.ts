import { beforeEach, describe, expect, it } from "vitest";
import { idOf } from "../scim-client.fixture.ts";
import { attribute, definitionIsSeen, patch, urn, type TenantUnderTest, useTenants } from "./extension.fixture.ts";

const tenants = useTenants();
let tenant: TenantUnderTest;
beforeEach(async () => {
  tenant = await tenants.newTenant();
});

describe("characteristics", () => {
  it("required: of every new user, and not to be taken away", async () => {
    const before = idOf(await tenant.client.send("POST", "/Users", { userName: "old" }));
    await tenant.define([attribute("badge", { required: true }), attribute("level", { type: "integer" })]);
    await definitionIsSeen();
    expect((await tenant.client.send("POST", "/Users", { userName: "ada" })).body).toMatchObject({
      scimType: "invalidValue",
    });
    expect((await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: { level: 1 } })).status).toBe(400);
    const id = idOf(await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: { badge: "1" } }));
    for (const path of [urn, `${urn}:badge`]) {
      const answer = await tenant.client.send("PATCH", `/Users/${id}`, patch({ op: "remove", path }));
      expect(answer).toMatchObject({ status: 400, body: { scimType: "invalidValue" } });
    }
    expect((await tenant.client.send("PUT", `/Users/${id}`, { userName: "ada" })).status).toBe(400);
    // Whoever was there before can still be deactivated, by either kind of provider.
    const off = patch({ op: "replace", value: { active: false } });
    expect(await tenant.client.send("PATCH", `/Users/${before}`, off)).toMatchObject({
      status: 200,
      body: { active: false },
    });
    const put = await tenant.client.send("PUT", `/Users/${before}`, { userName: "old", active: true });
    expect(put).toMatchObject({ status: 200, body: { active: true } });
    const half = patch({ op: "add", path: `${urn}:level`, value: 1 });
    expect((await tenant.client.send("PATCH", `/Users/${before}`, half)).status).toBe(400);
  });

  it("immutable and readOnly: set once, by the client or by the platform, and kept by PUT", async () => {
    await tenant.define([
      attribute("badge", { mutability: "immutable" }),
      attribute("score", { type: "integer", mutability: "readOnly" }),
      attribute("note"),
    ]);
    const id = idOf(
      await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: { badge: "1", score: 7, note: "n" } }),
    );
    expect((await tenant.client.send("GET", `/Users/${id}`)).body?.[urn]).toEqual({ badge: "1", note: "n" });
    for (const operation of [
      { op: "replace", path: `${urn}:badge`, value: "2" },
      { op: "remove", path: `${urn}:badge` },
      { op: "remove", path: urn },
      { op: "replace", path: `${urn}:score`, value: 8 },
    ]) {
      const answer = await tenant.client.send("PATCH", `/Users/${id}`, patch(operation));
      expect(answer).toMatchObject({ status: 400, body: { scimType: "mutability" } });
    }
    const changed = await tenant.client.send("PUT", `/Users/${id}`, { userName: "ada", [urn]: { badge: "2" } });
    expect(changed).toMatchObject({ status: 400, body: { scimType: "mutability" } });
    const silent = await tenant.client.send("PUT", `/Users/${id}`, { userName: "ada" });
    expect(silent).toMatchObject({ status: 200, body: { [urn]: { badge: "1" } } });
  });

  it("returned: always, on request, or never", async () => {
    await tenant.define([
      attribute("badge", { returned: "always" }),
      attribute("note", { returned: "request" }),
      attribute("secret", { returned: "never" }),
      attribute("level", { type: "integer" }),
    ]);
    const stored = { badge: "1", note: "n", secret: "s", level: 2 };
    const created = await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: stored });
    expect(created.body?.[urn]).toEqual({ badge: "1", level: 2 });
    const get = async (query: string) =>
      (await tenant.client.send("GET", `/Users/${idOf(created)}?${query}`)).body?.[urn];
    expect(await get("attributes=userName")).toEqual({ badge: "1" });
    expect(await get(`attributes=${urn}:note`)).toEqual({ badge: "1", note: "n" });
    expect(await get(`attributes=${urn}:secret`)).toEqual({ badge: "1" });
    expect(await get(`excludedAttributes=${urn}`)).toEqual({ badge: "1" });
    expect(await get(`excludedAttributes=${urn}:badge,${urn}:level`)).toEqual({ badge: "1" });
    expect(await tenant.find(`${urn}:secret eq "s"`)).toBe("invalidFilter");
    // Okta sends back what it was answered; what it was not shown stays.
    await tenant.client.send("PUT", `/Users/${idOf(created)}`, created.body ?? {});
    expect((await tenant.directory.users.find(idOf(created)))?.profile.extensions?.[urn]).toEqual(stored);
  });

  it("writeOnly: checked and never stored", async () => {
    await tenant.define([attribute("pin", { mutability: "writeOnly", returned: "never" }), attribute("badge")]);
    const id = idOf(
      await tenant.client.send("POST", "/Users", { userName: "ada", [urn]: { pin: "canary-1", badge: "1" } }),
    );
    await tenant.client.send("PUT", `/Users/${id}`, { userName: "ada", [urn]: { pin: "canary-2", badge: "1" } });
    for (const operation of [
      { op: "add", path: `${urn}:pin`, value: "canary-3" },
      { op: "replace", value: { [urn]: { pin: "canary-4" } } },
    ]) {
      expect((await tenant.client.send("PATCH", `/Users/${id}`, patch(operation))).status).toBe(200);
    }
    const wrong = await tenant.client.send("PATCH", `/Users/${id}`, patch({ op: "add", path: `${urn}:pin`, value: 1 }));
    expect(wrong.status).toBe(400);
    const events = await tenants.eventsOf(tenant.directory);
    expect(JSON.stringify([await tenant.directory.users.find(id), events])).not.toContain("canary");
  });
});
