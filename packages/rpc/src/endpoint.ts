import type { OpenApiMeta } from "trpc-openapi";

/** How a procedure is reached over REST. */
export type EndpointMeta = {
  readonly successStatus: SuccessStatus;
  readonly errorStatuses: readonly ErrorStatus[];
  readonly openapi: NonNullable<OpenApiMeta["openapi"]> & { readonly method: Method; readonly operationId: string };
};

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type SuccessStatus = 200 | 201;
export type ErrorStatus = 400 | 401 | 404 | 409 | 413 | 415 | 500 | 503;

export const endpointTags = [
  "Tenants",
  "Connections",
  "Tokens",
  "Users",
  "Groups",
  "Schemas",
  "Entitlements",
  "Events",
] as const;

interface EndpointOptions {
  readonly method: Method;
  /** Under /api/v1, with parameters as in `/tenants/{tenantId}`. */
  readonly path: `/${string}`;
  /** Unique; what generated clients call the method. */
  readonly operationId: string;
  readonly tag: (typeof endpointTags)[number];
  readonly summary: string;
  readonly description: string;
  /** Default: 200. */
  readonly successStatus?: SuccessStatus;
  /** Statuses that only this endpoint answers, beside those that follow from its method and path. */
  readonly errors?: readonly ErrorStatus[];
}

/** The REST side of a procedure, for its `.meta()`. */
export function endpoint(options: EndpointOptions): EndpointMeta {
  const { method, path, operationId, tag, summary, description, successStatus = 200, errors = [] } = options;
  return {
    successStatus,
    errorStatuses: [...commonErrors(options), ...errors].sort((left, right) => left - right),
    openapi: {
      method,
      path,
      operationId,
      tags: [tag],
      summary,
      description,
      successDescription: successDescriptions[successStatus],
      protect: true,
      // The generator would describe errors wrongly; the document adds them itself.
      errorResponses: [],
    },
  };
}

function commonErrors({ method, path }: EndpointOptions): ErrorStatus[] {
  const errors: ErrorStatus[] = [400, 401, 500, 503];
  if (path.includes("{")) errors.push(404);
  if (method === "POST" || method === "PUT" || method === "PATCH") errors.push(413, 415);
  return errors;
}

const successDescriptions = { 200: "Done.", 201: "Created." } as const satisfies Record<SuccessStatus, string>;
