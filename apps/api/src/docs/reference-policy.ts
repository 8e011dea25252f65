import { secureHeaders } from "@rollcall/http";

/**
 * What the reference page may do, in place of nothing at all: run and show our own files, and call our own API. Inline
 * scripts and styles, evaluated text and every other origin stay shut.
 */
export const referencePolicy = secureHeaders({
  contentSecurityPolicy: {
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    // The style sheet holds its icons itself.
    imgSrc: ["data:"],
    connectSrc: ["'self'"],
  },
});
