import cors from "cors";
import type { RequestHandler } from "express";

const PREFLIGHT_SECONDS = 600;

/** Lets pages of the given origins call the API from a browser, with a credential in the header; cookies never travel. */
export function allowOrigins(origins: readonly string[]): RequestHandler {
  return cors({
    origin: [...origins],
    methods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowedHeaders: ["Authorization", "Content-Type", "Idempotency-Key", "Rollcall-Consistency", "X-Request-Id"],
    exposedHeaders: ["RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id"],
    maxAge: PREFLIGHT_SECONDS,
  });
}
