/** `okta`: the provisioning client; `suite`: Okta's SPEC and 2016 tests; `reader`: the CRUD test's reads. */
export type HeaderProfile = "okta" | "suite" | "reader";

export interface HeaderOptions {
  readonly profile: HeaderProfile;
  readonly authorization: string;
  readonly hasBody: boolean;
}

/** The headers of one request. A Content-Type goes with bodies only, as Okta sends it. */
export function headersFor({ profile, authorization, hasBody }: HeaderOptions): Record<string, string> {
  const { fixed, contentType } = profiles[profile];
  return { ...fixed, Authorization: authorization, ...(hasBody && { "Content-Type": contentType }) };
}

const profiles = {
  okta: {
    fixed: {
      "User-Agent": "Okta SCIM Client 1.0.0",
      Accept: "application/scim+json",
      "Accept-Charset": "utf-8",
      "Accept-Encoding": "gzip,deflate",
    },
    contentType: "application/scim+json; charset=utf-8",
  },
  suite: {
    fixed: { "User-Agent": "OKTA SCIM Integration", Accept: "application/scim+json; charset=utf-8" },
    contentType: "application/json",
  },
  reader: { fixed: { Accept: "application/scim+json; charset=utf-8" }, contentType: "application/scim+json" },
} as const satisfies Record<HeaderProfile, { fixed: Record<string, string>; contentType: string }>;
