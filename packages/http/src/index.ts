export { clientAddress } from "./client-address.ts";
export { createHttpServer, DEFAULT_TIMEOUTS, type HttpServerOptions, type Timeouts } from "./create-http-server.ts";
export { drainServer, type DrainOptions } from "./drain-server.ts";
export { createGate, type Gate, type GateLimits } from "./gate.ts";
export { type Overload, OverloadError } from "./overload-error.ts";
export { createRateLimiter, type RateBudget, type RateLimiter, WINDOW_SECONDS } from "./rate-limiter.ts";
export { secureHeaders, type SecureHeadersOptions } from "./secure-headers.ts";
export { readTls, type TlsFiles } from "./tls.ts";
