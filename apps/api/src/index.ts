export type { ApiOptions } from "./api-options.ts";
export { createApi } from "./create-api.ts";
