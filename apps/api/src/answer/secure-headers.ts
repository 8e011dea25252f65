import type { RequestHandler } from "express";
import helmet from "helmet";
import { docsStyleHash } from "../docs/docs-style.ts";

/** Nothing here is cached, framed, or runs a script; the reference page may use its one style sheet. */
export function secureHeaders(): RequestHandler[] {
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [`'${docsStyleHash}'`],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: "deny" },
  });
  return [
    policy,
    (_request, response, next) => {
      response.set("Cache-Control", "no-store");
      next();
    },
  ];
}
