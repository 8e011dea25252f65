import type { JsonObject, JsonValue } from "@rollcall/scim";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** null when there is no body. */
  readonly body: JsonObject | null;
}

export interface ScimClient {
  send(method: string, path: string, body?: JsonValue, headers?: Record<string, string>): Promise<Answer>;
}

/** Sends SCIM requests with one token. `path` may begin with `/`, below the facade's URL. */
export function scimClient(url: string, token: string): ScimClient {
  return {
    // oxlint-disable-next-line max-params -- The parts of a request, in the order in which one is written.
    async send(method, path, body, headers = {}) {
      const response = await fetch(url + path, {
        method,
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/scim+json", ...headers },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === "" ? null : JSON.parse(text) };
    },
  };
}

/** The id of the resource in an answer. */
export function idOf({ body }: Answer): string {
  const id = body?.["id"];
  if (typeof id !== "string") throw new Error(`there is no id in ${JSON.stringify(body)}`);
  return id;
}
