export { type AppRouter, appRouter } from "./app-router.ts";
export type { ApiContext } from "./context.ts";
export { errorBody, errorEnvelope } from "./error/error-body.ts";
export { toTrpcError } from "./error/to-trpc-error.ts";
export { unauthorized } from "./error/unauthorized.ts";
export { createOpenApiDocument, type OpenApiDocument } from "./openapi/create-openapi-document.ts";
export { type Endpoint, listEndpoints } from "./openapi/list-endpoints.ts";
