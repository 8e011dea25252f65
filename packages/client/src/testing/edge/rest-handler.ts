import { type ApiContext, ApiError, appRouter, createRestResponseMeta, type Endpoint } from "@rollcall/rpc";
import { createOpenApiNodeHttpHandler } from "trpc-openapi";
import type { EdgeRequest } from "./create-edge.ts";
import { prepareRequest } from "./prepare-request.ts";

/** What the library's handler writes its answer to. */
interface Sink {
  readonly createContext: () => ApiContext;
  statusCode: number;
  setHeader(name: string, value: string): void;
  end(body: string | undefined): void;
}

type Handler = (request: Request, sink: Sink) => Promise<void>;

/** The procedures as REST. */
export function createRestHandler(endpoints: readonly Endpoint[]) {
  const routes = endpoints.map((endpoint) => ({ endpoint, pattern: patternOf(endpoint) }));
  const handle = createHandler();
  return async ({ request, path, createContext }: EdgeRequest): Promise<Response> => {
    const route = routes.find(({ endpoint, pattern }) => endpoint.method === request.method && pattern.test(path));
    if (route === undefined) throw new ApiError("unknown_path");
    const prepared = await prepareRequest(request, { path, lists: route.endpoint.listParameters });
    const answered = Promise.withResolvers<Response>();
    const headers = new Headers();
    await handle(prepared, {
      createContext,
      statusCode: 200,
      setHeader: (name, value) => headers.set(name, value),
      end(body) {
        answered.resolve(new Response(body, { status: this.statusCode, headers }));
      },
    });
    return await answered.promise;
  };
}

function patternOf({ path }: Endpoint): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}/?$`, "i");
}

/**
 * The library's own fetch adapter makes a new handler for every request, and takes broken JSON for our fault. So this
 * is Node's, which the adapter gives a fetch Request just the same; its types know Node's alone.
 */
function createHandler(): Handler {
  const options = {
    router: appRouter,
    createContext: ({ res }: { res: Pick<Sink, "createContext"> }) => res.createContext(),
    responseMeta: createRestResponseMeta(),
  };
  const create: unknown = createOpenApiNodeHttpHandler;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- It reads of a request what fetch's has as well; see above.
  return (create as (given: typeof options) => Handler)(options);
}
