import { generateOpenApiDocument, type OpenAPIObject } from "trpc-openapi";
import { appRouter } from "../app-router.ts";
import { endpointTags } from "../endpoint.ts";
import { problemSchema } from "../schemas/problem.ts";
import { correctRequests } from "./correct-requests.ts";
import { correctResponses } from "./correct-responses.ts";
import { listEndpoints } from "./list-endpoints.ts";

interface OpenApiDocumentOptions {
  /** Where the paths begin: absolute, or relative to the place the document is served from. */
  readonly baseUrl: string;
  readonly version: string;
}

export type OpenApiDocument = OpenAPIObject;

/** The internal API as OpenAPI 3.1, generated from the procedures. */
export function createOpenApiDocument({ baseUrl, version }: OpenApiDocumentOptions): OpenApiDocument {
  const document = generateOpenApiDocument(appRouter, {
    title: "Rollcall internal API",
    description: "Tenants, their connections and tokens, and the people and groups that identity providers push.",
    version,
    baseUrl,
    openApiVersion: "3.1.0",
    securitySchemes: {
      apiKey: { type: "http", scheme: "bearer", description: "An API key: `Authorization: Bearer rlk_…`" },
      jwt: {
        type: "http",
        scheme: "bearer",
        bearerFormat: "JWT",
        description: "A JWT of the platform's own issuer, where the deployment is set up to take them.",
      },
    },
    defs: { Problem: problemSchema },
  });
  document.tags = Object.entries(endpointTags).map(([name, description]) => ({ name, description }));
  const endpoints = listEndpoints();
  correctResponses(document, endpoints);
  correctRequests(document, endpoints);
  return document;
}
