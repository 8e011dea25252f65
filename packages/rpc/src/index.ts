export { type AppRouter, appRouter } from "./app-router.ts";
export type { Caller } from "./caller.ts";
export type { ApiContext } from "./context.ts";
export { ApiError, type FieldError } from "./error/api-error.ts";
export { type ErrorCode, errorCatalogue, type ErrorStatus } from "./error/error-catalogue.ts";
export { type Problem, PROBLEM_MEDIA_TYPE, toErrorEnvelope, toProblem } from "./error/problem.ts";
export { toApiError } from "./error/to-api-error.ts";
export { createOpenApiDocument, type OpenApiDocument } from "./openapi/create-openapi-document.ts";
export { type Endpoint, listEndpoints } from "./openapi/list-endpoints.ts";
