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

/**
 * Express middleware: the security headers of every answer; nothing is kept in caches. Over TLS, also that of a
 * trusted proxy before us, browsers are told to stay with it (RFC 6797 §7.2 forbids to say so over plain HTTP).
 */
export function secureHeaders({
  serves = "pages",
  contentSecurityPolicy = {},
}: SecureHeadersOptions = {}): RequestHandler {
  const options = {
    contentSecurityPolicy: { useDefaults: false, directives: { ...NOTHING, ...mutable(contentSecurityPolicy) } },
    xFrameOptions: { action: "deny" },
    ...(serves === "data" && WITHOUT_PAGES),
  } as const;
  const overTls = helmet(options);
  const overPlainHttp = helmet({ ...options, strictTransportSecurity: false });
  return (request, response, next) => {
    response.setHeader("Cache-Control", "no-store");
    const policy = request.secure ? overTls : overPlainHttp;
    policy(request, response, next);
  };
}

function mutable(directives: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(directives).map(([name, sources]) => [name, [...sources]]));
}
