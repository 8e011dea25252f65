import { createOpenApiDocument } from "@rollcall/rpc";
import type { OpenApi } from "./openapi.ts";

/** The document as it is served, byte for byte but for the version. */
export const generatedText = JSON.stringify(createOpenApiDocument({ baseUrl: "/api/v1", version: "0.0.0" }));

export const generatedDocument: OpenApi = JSON.parse(generatedText);
