export { healthRouter } from "./health-router.ts";
export { createLogger, type Logger, type LoggerOptions } from "./logger.ts";
export { createMetrics, type Metrics } from "./metrics.ts";
export { observeHttp } from "./observe-http.ts";
export { assignRequestId, requestId } from "./request-id.ts";
