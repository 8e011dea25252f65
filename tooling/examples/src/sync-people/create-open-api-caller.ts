/** Calls an operation by its `operationId`; path and query parameters and the body's fields stand side by side. */
export type OpenApiCaller = (operationId: string, input: OpenApiInput) => Promise<OpenApiAnswer>;

export type OpenApiInput = Readonly<Record<string, string | number | boolean | readonly string[]>>;

interface OpenApiAnswer {
  readonly status: number;
  /** JSON, where there is any. */
  readonly text: string;
}

interface OpenApiCallerOptions {
  /** Where the document is, as in `http://127.0.0.1:4000/openapi.json`. */
  readonly documentUrl: string;
  readonly credential: string;
}

/** As much of OpenAPI as is read here. */
interface OpenApiDocument {
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly in: "path" | "query" | "header"; readonly name: string }[];
  readonly requestBody?: object;
}

/** All it knows of the API is the document: neither a path nor a method is written here. */
export async function createOpenApiCaller({ documentUrl, credential }: OpenApiCallerOptions): Promise<OpenApiCaller> {
  const { servers, paths }: OpenApiDocument = JSON.parse(await (await fetch(documentUrl)).text());
  const baseUrl = new URL(servers[0].url, documentUrl).href;
  const routes = new Map<string, Route>();
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      routes.set(operation.operationId, { method: method.toUpperCase(), url: baseUrl + path, operation });
    }
  }
  return async (operationId, input) => {
    const route = routes.get(operationId);
    if (route === undefined) throw new Error(`The API has no operation ${operationId}.`);
    const response = await fetch(toRequest(route, input, credential));
    return { status: response.status, text: await response.text() };
  };
}

interface Route {
  readonly method: string;
  /** With parameters as in `{tenantId}`. */
  readonly url: string;
  readonly operation: Operation;
}

function toRequest({ method, url, operation }: Route, input: OpenApiInput, credential: string) {
  const rest = new Map(Object.entries(input));
  const headers = new Headers({ authorization: `Bearer ${credential}` });
  const query = new URLSearchParams();
  let path = url;
  for (const { in: place, name } of operation.parameters ?? []) {
    const value = rest.get(name);
    rest.delete(name);
    if (value === undefined) continue;
    if (place === "path") path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
    else if (place === "header") headers.set(name, String(value));
    else for (const each of [value].flat()) query.append(name, String(each));
  }
  const target = `${path}?${query}`;
  if (operation.requestBody === undefined) return new Request(target, { method, headers });
  headers.set("content-type", "application/json");
  return new Request(target, { method, headers, body: JSON.stringify(Object.fromEntries(rest)) });
}
