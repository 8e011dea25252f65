import { readFileSync } from "node:fs";
import { createOpenApiDocument } from "@rollcall/rpc";
import { repository } from "../repository.ts";
import { openapiTypes } from "./openapi-types.ts";

export interface GeneratedFile {
  /** Within the repository. */
  readonly path: string;
  readonly text: string;
}

const REST_PATH = "/api/v1";

/** The committed files that follow from the procedures: the OpenAPI document, and its types for the REST client. */
export async function generateFiles(): Promise<readonly GeneratedFile[]> {
  const { version } = JSON.parse(readFileSync(`${repository}packages/rpc/package.json`, "utf8"));
  const document = `${JSON.stringify(createOpenApiDocument({ baseUrl: REST_PATH, version }), undefined, 2)}\n`;
  const types = await openapiTypes(document);
  return [
    { path: "packages/rpc/openapi.json", text: document },
    {
      path: "packages/client/src/rest/openapi.ts",
      text: `// Made by \`pnpm codegen\` from packages/rpc/openapi.json.\n${types}`,
    },
  ];
}
