import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";

const { factory, SyntaxKind } = ts;

/** The types of an OpenAPI document, as text of a TypeScript module. */
export async function openapiTypes(document: string): Promise<string> {
  return astToString(
    await openapiTS(document, {
      inject: JSON_VALUE,
      // A type that contains itself needs a name of its own; the generator writes members of an interface.
      transform: (_schema, { path }) => (path === "#/components/schemas/Json" ? reference("JsonValue") : undefined),
      // A query parameter may be given as undefined, which leaves it out, also under exactOptionalPropertyTypes.
      postTransform: (type, { path }) => (path?.includes("/parameters/query/") ? orUndefined(type) : undefined),
    }),
  );
}

const JSON_VALUE =
  "export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };";

function reference(name: string): ts.TypeNode {
  return factory.createTypeReferenceNode(name);
}

function orUndefined(type: ts.TypeNode): ts.TypeNode {
  return factory.createUnionTypeNode([type, factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword)]);
}
