/** A person as Okta's own directory holds it. */
export interface Person {
  /** Okta user id: `00u` and 17 more characters. Sent as `externalId`. */
  readonly oktaId: string;
  /** Unique, ASCII, looks like an e-mail address; some are in mixed case. */
  readonly userName: string;
  readonly email: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName: string;
  readonly title: string;
  readonly department: string;
  readonly employeeNumber: string;
  readonly costCenter: string;
  readonly locale: string;
  readonly phone: string;
  readonly manager?: { readonly employeeNumber: string; readonly displayName: string };
}

/** A group of Okta's directory that the admin pushes. */
export interface CompanyGroup {
  /** Okta group id: `00g` and 17 more characters. */
  readonly oktaId: string;
  readonly name: string;
  readonly members: readonly Person[];
}

export interface Company {
  readonly domain: string;
  readonly people: readonly Person[];
  readonly groups: readonly CompanyGroup[];
}
