import { isIP } from "node:net";
import type { Request } from "express";

/** IPv4 as IPv6 sockets show it (RFC 4291 §2.5.5.2). */
const IPV4_MAPPED = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/**
 * The IP address a request comes from, beyond the proxies that the application trusts (Express's `trust proxy`).
 * Undefined when its connection is gone already.
 */
export function clientAddress(request: Request): string | undefined {
  return plainAddress(request.ip) ?? plainAddress(request.socket.remoteAddress);
}

/** Undefined for text that is no address: what a trusted proxy forwards may still be text of the client's. */
export function plainAddress(text: string | undefined): string | undefined {
  return text === undefined || isIP(text) === 0 ? undefined : text.replace(IPV4_MAPPED, "");
}
