import type { JsonObject } from "@rollcall/scim";
import { beforeEach, describe, expect, it } from "vitest";
import { idOf } from "../scim-client.fixture.ts";
import { attribute, patch, urn, type TenantUnderTest, useTenants } from "./extension.fixture.ts";

const tenants = useTenants();
let tenant: TenantUnderTest;
beforeEach(async () => {
  tenant = await tenants.newTenant();
});

describe("a unique attribute", () => {
  const unique = [
    attribute("badge", { uniqueness: "server" }),
    attribute("codes", { uniqueness: "server", multiValued: true, caseExact: true }),
    attribute("note"),
  ];
  const post = (userName: string, extension: JsonObject) =>
    tenant.client.send("POST", "/Users", { userName, [urn]: extension });

  it("is one user's, in any case, until that user gives it up or goes", async () => {
    await tenant.define(unique);
    const ada = idOf(await post("ada", { badge: "B-7", codes: ["x", "x", "y"] }));
    const taken = await post("bob", { badge: "b-7" });
    expect(taken).toMatchObject({ status: 409, body: { scimType: "uniqueness" } });
    expect(taken.body?.["detail"]).toContain(`${urn}:badge`);
    expect((await post("bob", { codes: ["z", "y"] })).status).toBe(409);
    expect(await tenant.find('userName eq "bob"')).toEqual([]);
    const bob = idOf(await post("bob", { codes: ["X"] }));
    const steal = await tenant.client.send(
      "PATCH",
      `/Users/${bob}`,
      patch({ op: "add", path: `${urn}:badge`, value: "B-7" }),
    );
    expect(steal.status).toBe(409);
    expect(
      (await tenant.client.send("PUT", `/Users/${ada}`, { userName: "ada", [urn]: { badge: "B-7", note: "n" } }))
        .status,
    ).toBe(200);
    expect(
      (await tenant.client.send("PUT", `/Users/${bob}`, { userName: "bob", [urn]: { codes: ["y"] } })).status,
    ).toBe(200);
    await tenant.client.send("PUT", `/Users/${ada}`, { userName: "ada" });
    expect(
      (await tenant.client.send("PUT", `/Users/${bob}`, { userName: "bob", [urn]: { badge: "B-7" } })).status,
    ).toBe(200);
    await tenant.client.send("DELETE", `/Users/${bob}`);
    expect((await post("cy", { badge: "B-7" })).status).toBe(201);
  });

  it("is given to one of many who ask at once, and each tenant has its own", async () => {
    await tenant.define(unique);
    const other = await tenants.newTenant();
    await other.define(unique);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post(`u${n}`, { badge: "same" })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const theirs = await other.client.send("POST", "/Users", { userName: "u", [urn]: { badge: "same" } });
    expect(theirs.status).toBe(201);
  });

  it("may cease to be unique, and not become so", async () => {
    await tenant.define(unique);
    await post("ada", { badge: "1", note: "n" });
    const loose = [attribute("badge"), ...unique.slice(1)];
    await tenant.define(loose);
    expect((await post("bob", { badge: "1" })).status).toBe(201);
    await expect(tenant.define(unique)).rejects.toMatchObject({ refusal: { code: "invalid_value" } });
  });
});
