import { PROBLEM_MEDIA_TYPE } from "../error/problem.ts";
import { toApiError } from "../error/to-api-error.ts";
import { listEndpoints } from "../openapi/list-endpoints.ts";
import { retryHeaders } from "./retry-headers.ts";

interface Answered {
  readonly paths?: readonly string[] | undefined;
  readonly errors: readonly unknown[];
}

/** Status and headers of REST answers, as the library asks for them: what was created is 201, what failed a problem. */
export function createRestResponseMeta() {
  const successStatuses = new Map(listEndpoints().map(({ procedure, successStatus }) => [procedure, successStatus]));
  return ({ paths: [procedure = ""] = [], errors: [error] }: Answered) => {
    const status = successStatuses.get(procedure);
    if (error === undefined) return status === undefined ? {} : { status };
    return { headers: { "Content-Type": PROBLEM_MEDIA_TYPE, ...retryHeaders(toApiError(error)) } };
  };
}

/** The same for tRPC, whose statuses and bodies are its own. */
export function trpcResponseMeta({ errors }: Answered) {
  return { headers: retryHeaders(errors.map(toApiError).find(({ code }) => code === "SERVICE_UNAVAILABLE")) };
}
