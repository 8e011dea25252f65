import { methods, type OpenApi, type Operation } from "./openapi.ts";

/** Every operation of a document by its route, as in `GET /tenants`. */
export function listOperations({ paths }: OpenApi): ReadonlyMap<string, Operation> {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [[`${method.toUpperCase()} ${path}`, operation] as const];
    }),
  );
  return new Map(operations);
}
