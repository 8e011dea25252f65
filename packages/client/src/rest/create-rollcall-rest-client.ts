import createClient, { type Client } from "openapi-fetch";
import { addressOf, fetchOf, type RollcallClientOptions } from "../client-options.ts";
import { toAuthorization } from "../credential.ts";
import { refuseForeignAnswers } from "../error/foreign-answer.ts";
import type { paths } from "./openapi.ts";

/**
 * The same API over REST, with the types of its OpenAPI document. A call gives `{ data }` or `{ error }`; `unwrap`
 * turns that into a value or a `RollcallError`.
 */
export type RollcallRestClient = Client<paths>;

const CONSISTENCY = "rollcall-consistency";

export function createRollcallRestClient(options: RollcallClientOptions): RollcallRestClient {
  const { credential, consistency } = options;
  const fetch = refuseForeignAnswers(fetchOf(options));
  const client = createClient<paths>({
    baseUrl: addressOf(options, "/api/v1"),
    fetch: (request) => fetch(request),
  });
  client.use({
    async onRequest({ request }) {
      request.headers.set("authorization", await toAuthorization(credential));
      const { headers } = request;
      if (consistency !== undefined && !headers.has(CONSISTENCY)) headers.set(CONSISTENCY, consistency);
      return request;
    },
  });
  return client;
}
