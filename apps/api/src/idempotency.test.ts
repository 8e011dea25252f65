import { describe, expect, it } from "vitest";
import { useApi } from "./api.fixture.ts";
import { createTenant } from "./tenant.fixture.ts";

const api = useApi();

interface Created {
  readonly id: string;
  readonly token?: string;
}

let count = 0;
const newKey = () => ({ "idempotency-key": `key-${++count}` });

describe("an Idempotency-Key", () => {
  it("makes a repetition answer what the first request was answered, secrets too, and creates nothing more", async () => {
    const tenant = await createTenant(api);
    const headers = newKey();
    const answers = [];
    for (let time = 0; time < 3; time++) {
      answers.push(await api.call<Created>(`POST ${tenant.path}/tokens`, { json: { name: "Okta" }, headers }));
    }
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers[1]?.body).toEqual(answers[0]?.body);
    expect(answers[2]?.body).toEqual(answers[0]?.body);
    const list = await api.call<{ items: unknown[] }>(`GET ${tenant.path}/tokens`);
    expect(list.body.items).toHaveLength(1);
  });

  it("works over tRPC as over REST", async () => {
    const headers = newKey();
    const [one, two] = [
      await api.call("POST /trpc/tenants.create", { json: { name: "Acme" }, headers }),
      await api.call("POST /trpc/tenants.create", { json: { name: "Acme" }, headers }),
    ];
    expect(one.status).toBe(200);
    expect(two.body).toEqual(one.body);
  });

  it("lets one of many at once through", async () => {
    const tenant = await createTenant(api);
    const headers = newKey();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        api.call<Created>(`POST ${tenant.path}/groups`, {
          json: { displayName: "Staff" },
          headers: { ...headers, "x-request-id": `r${index}` },
        }),
      ),
    );
    for (const { status, body } of answers) {
      expect(status === 201 || (status === 409 && "code" in body && body.code === "idempotency_in_progress")).toBe(
        true,
      );
    }
    expect(new Set(answers.filter(({ status }) => status === 201).map(({ body }) => body.id)).size).toBe(1);
    expect(await api.call(`GET ${tenant.path}/groups`)).toMatchObject({ body: { items: [{ displayName: "Staff" }] } });
  });

  it("stands for one request: another under the same key is refused", async () => {
    const headers = newKey();
    await api.call("POST /api/v1/tenants", { json: { name: "Acme" }, headers });
    const other = await api.call("POST /api/v1/tenants", { json: { name: "Other" }, headers });
    expect(other).toMatchObject({ status: 422, body: { code: "idempotency_key_reused" } });
  });

  it("is each caller's own", async () => {
    const headers = newKey();
    const first = await api.call<Created>("POST /api/v1/tenants", { json: { name: "Acme" }, headers });
    const other = await api.keyWith(["tenants:write"]);
    const second = await api.call<Created>("POST /api/v1/tenants", {
      json: { name: "Acme" },
      headers: { ...headers, ...other },
    });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it("is free again after a refusal, which changed nothing", async () => {
    const tenant = await createTenant(api);
    const headers = newKey();
    const route = `POST ${tenant.path}/users`;
    await api.call(route, { json: { userName: "ada" } });
    expect(await api.call(route, { json: { userName: "ADA" }, headers })).toMatchObject({ status: 409 });
    expect(await api.call(route, { json: { userName: "grace" }, headers })).toMatchObject({ status: 201 });
  });

  it("is stored with nothing that could be read", async () => {
    const tenant = await createTenant(api);
    const { body } = await api.call<Created>(`POST ${tenant.path}/tokens`, { json: {}, headers: newKey() });
    const caller = await api.call<{ actor: { id: string } }>("GET /api/v1/service/caller");
    const key = { caller: `api_key:${caller.body.actor.id}`, key: `key-${count}` };
    const verdict = await api.database
      .openDirectory(tenant.id)
      .idempotency.claim({ ...key, fingerprint: Buffer.from("another") });
    expect(verdict).toEqual({ kind: "mismatch" });
    expect(body.token).toMatch(/^rlc_/);
  });

  it.each(["", "with space", "ünï", "x".repeat(256)])("is refused as %j", async (key) => {
    const headers = { "idempotency-key": encodeURIComponent(key) === key ? key : Buffer.from(key).toString("latin1") };
    const answer = await api.call("POST /api/v1/tenants", { json: { name: "Acme" }, headers });
    expect(answer).toMatchObject({ status: 400, body: { code: "malformed_request" } });
  });
});
