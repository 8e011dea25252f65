export { HEALTH_PATHS, type HealthOptions, healthRouter } from "./health-router.ts";
export { createLogger, type Logger, type LoggerOptions } from "./logger.ts";
export { createMetrics, type Metrics, type MetricsSnapshot, renderSnapshots } from "./metrics.ts";
export { observeHttp, observeResponse, UNMATCHED_ROUTE } from "./observe-http.ts";
export { assignRequestId, requestId } from "./request-id.ts";
