import { getResponse } from "msw";
import { createRollcallTestKit, type RollcallTestKit } from "./testing/index.ts";

interface Server extends RollcallTestKit {
  /** Reaches the API, and nothing else. */
  readonly fetch: typeof fetch;
  /** All that came in. */
  readonly requests: readonly Request[];
}

/** The real procedures over a directory in memory, behind a `fetch` that keeps count. */
export function createServer(): Server {
  const kit = createRollcallTestKit();
  const requests: Request[] = [];
  const serve: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    requests.push(request.clone());
    request.signal.throwIfAborted();
    const response = await getResponse([...kit.handlers], request);
    if (response === undefined) throw new Error(`nothing answers ${request.url}`);
    if (response.type === "error") throw new TypeError("fetch failed");
    return response;
  };
  return { ...kit, fetch: serve, requests };
}

export async function collect<TItem>(items: AsyncIterable<TItem>): Promise<TItem[]> {
  const collected: TItem[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** Nobody's. */
export const unknownId = "01935f20-1111-7222-8333-944455556666";
