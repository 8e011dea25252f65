import { listEndpoints } from "../openapi/list-endpoints.ts";

/** Where everybody is welcome, under `/trpc` and under the REST path; never several procedures in one request. */
export function publicPaths(): ReadonlySet<string> {
  const endpoints = listEndpoints().filter(({ access }) => access === "public");
  return new Set(endpoints.flatMap(({ path, procedure }) => [path, `/${procedure}`]));
}
