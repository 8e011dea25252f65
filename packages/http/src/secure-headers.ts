import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import type { RequestHandler } from "express";
import helmet from "helmet";

export interface SecureHeadersOptions {
  /** `data`: nothing that a browser shows as a page, so headers about pages are left out. Default: `pages`. */
  readonly serves?: "pages" | "data";
  /** Directives of the Content-Security-Policy beyond those that allow nothing. */
  readonly contentSecurityPolicy?: Readonly<Record<string, readonly string[]>>;
}

/** What a page may do unless an application says otherwise: nothing, and nowhere in a frame. */
const NOTHING = { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] };

const WITHOUT_PAGES = {
  crossOriginOpenerPolicy: false,
  crossOriginResourcePolicy: false,
  originAgentCluster: false,
  referrerPolicy: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

/** By their names. */
export interface SecureHeaderSets {
  readonly overTls: Map<string, string>;
  readonly overPlainHttp: Map<string, string>;
}

/** Express middleware: sets the headers of `secureHeaderSets` on every answer. */
export function secureHeaders(options: SecureHeadersOptions = {}): RequestHandler {
  const { overTls, overPlainHttp } = secureHeaderSets(options);
  return (request, response, next) => {
    response.setHeaders(request.secure ? overTls : overPlainHttp);
    next();
  };
}

/**
 * The security headers of every answer; nothing is kept in caches. Over TLS, also that of a trusted proxy before us,
 * browsers are told to stay with it (RFC 6797 §7.2 forbids to say so over plain HTTP).
 */
export function secureHeaderSets({
  serves = "pages",
  contentSecurityPolicy = {},
}: SecureHeadersOptions): SecureHeaderSets {
  const options = {
    contentSecurityPolicy: { useDefaults: false, directives: { ...NOTHING, ...mutable(contentSecurityPolicy) } },
    xFrameOptions: { action: "deny" },
    ...(serves === "data" && WITHOUT_PAGES),
  } as const;
  return {
    overTls: headersOf(helmet(options)),
    overPlainHttp: headersOf(helmet({ ...options, strictTransportSecurity: false })),
  };
}

/** They are the same for every request, so one that was never sent will do. */
function headersOf(policy: ReturnType<typeof helmet>): Map<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  response.setHeader("Cache-Control", "no-store");
  policy(request, response, () => undefined);
  return new Map(Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]));
}

function mutable(directives: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(directives).map(([name, sources]) => [name, [...sources]]));
}
