import { apiScopes, DomainError, isId } from "@rollcall/domain";
import type { Caller } from "@rollcall/rpc";
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";

/** How the platform's own JWTs are checked, and what their claims mean. */
export interface JwtOptions {
  readonly issuer: string;
  readonly audience: string;
  /** Where the issuer publishes its keys. */
  readonly jwksUrl: string;
  /** Holds the scopes: a list, or one text with spaces between (RFC 8693 §4.2). */
  readonly scopeClaim: string;
  /** Holds the id of the one tenant the caller reaches, or `*` for all. */
  readonly tenantClaim: string;
}

/** Signatures that only the issuer can make. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"];
const CLOCK_TOLERANCE_SECONDS = 30;
const JWKS_TIMEOUT_MS = 5_000;

const EVERY_TENANT = "*";

/**
 * Finds out whom a JWT speaks for, or undefined for one that is not the issuer's, not for us, or out of its time. A
 * token that does not say which tenant it is for is for none.
 * @throws DomainError `unavailable` when the issuer's keys cannot be read: an outage is not a wrong token.
 */
export function createJwtAuthenticator(options: JwtOptions): (token: string) => Promise<Caller | undefined> {
  const { issuer, audience, jwksUrl } = options;
  const keys = createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: JWKS_TIMEOUT_MS });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ["exp", "sub"],
      });
      return callerFrom(payload, options);
    } catch (error) {
      if (isForeignFault(error)) throw new DomainError({ code: "unavailable", reason: "no JWKS" }, { cause: error });
      return undefined;
    }
  };
}

function callerFrom(payload: JWTPayload, { scopeClaim, tenantClaim }: JwtOptions): Caller | undefined {
  const { sub, [tenantClaim]: tenant, [scopeClaim]: claimed } = payload;
  if (sub === undefined || typeof tenant !== "string") return undefined;
  if (tenant !== EVERY_TENANT && !isId(tenant)) return undefined;
  const named = typeof claimed === "string" ? claimed.split(" ") : Array.isArray(claimed) ? claimed : [];
  return {
    actor: { kind: "subject", id: sub },
    scopes: apiScopes.filter((scope) => named.includes(scope)),
    tenantId: tenant === EVERY_TENANT ? null : tenant.toLowerCase(),
  };
}

/** Whatever is not a verdict on the token itself came up while the keys were fetched. */
function isForeignFault(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError)) return true;
  return (
    error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error.code === "ERR_JOSE_GENERIC"
  );
}
