import type { IncomingMessage } from "node:http";
import { TLSSocket } from "node:tls";
import proxyAddr from "proxy-addr";
import { plainAddress } from "./client-address.ts";

/** Reads from where requests come, for servers without Express. */
export interface ClientReader {
  /** As `clientAddress`. */
  address(request: IncomingMessage): string | undefined;
  /** Whether the client speaks TLS, with us or with a proxy that we trust. */
  isSecure(request: IncomingMessage): boolean;
}

/** @param trustedProxies addresses and CIDR ranges of the proxies whose word on the client is taken. */
export function createClientReader(trustedProxies: readonly string[]): ClientReader {
  const isTrusted = proxyAddr.compile([...trustedProxies]);
  return {
    address: (request) => plainAddress(proxyAddr(request, isTrusted)) ?? plainAddress(request.socket.remoteAddress),
    isSecure({ socket, headers }) {
      const forwarded = headers["x-forwarded-proto"];
      if (forwarded === undefined || forwarded === "" || !isTrusted(socket.remoteAddress ?? "", 0))
        return socket instanceof TLSSocket;
      // The first is what the client spoke, the others are hops between proxies.
      return String(forwarded).split(",", 1)[0]?.trim() === "https";
    },
  };
}
