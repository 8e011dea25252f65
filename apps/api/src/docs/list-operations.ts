import type { OpenApiDocument } from "@rollcall/rpc";

type PathItem = NonNullable<OpenApiDocument["paths"]>[string];
export type Schema = NonNullable<NonNullable<OpenApiDocument["components"]>["schemas"]>[string];

export interface Operation extends Pick<NonNullable<PathItem["get"]>, "description" | "parameters" | "requestBody"> {
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly method: string;
  readonly path: string;
  readonly responses: readonly (readonly [status: string, response: Response])[];
}

interface Response {
  readonly description: string;
  readonly content?: { readonly [mediaType: string]: { readonly schema?: Schema } };
}

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** Every operation of a document, in the order in which the document has them. */
export function listOperations({ paths = {} }: OpenApiDocument): readonly Operation[] {
  return Object.entries<PathItem>(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      if (operation === undefined) return [];
      const { operationId: id = "", tags: [tag = ""] = [], summary = "", responses = {}, ...rest } = operation;
      return [{ ...rest, id, tag, summary, path, method: method.toUpperCase(), responses: Object.entries(responses) }];
    }),
  );
}
