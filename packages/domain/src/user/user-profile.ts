import type { JsonValue } from "../json/json-value.ts";

/**
 * Everything the identity provider says about a person beside userName, externalId and active: the attributes of
 * RFC 7643 §4.1 and, under `enterprise`, of §4.3. All optional; what is absent was never said or was cleared.
 */
export interface UserProfile {
  readonly name?: PersonName;
  readonly displayName?: string;
  readonly nickName?: string;
  readonly profileUrl?: string;
  readonly title?: string;
  readonly userType?: string;
  readonly preferredLanguage?: string;
  readonly locale?: string;
  readonly timezone?: string;
  readonly emails?: ProfileValue[];
  readonly phoneNumbers?: ProfileValue[];
  readonly ims?: ProfileValue[];
  readonly photos?: ProfileValue[];
  readonly addresses?: Address[];
  readonly entitlements?: ProfileValue[];
  readonly roles?: ProfileValue[];
  readonly x509Certificates?: ProfileValue[];
  readonly enterprise?: EnterpriseProfile;
  readonly extensions?: Extensions;
}

/** Values of the tenant's extension schemas, by URN and attribute name; never an empty object. */
export interface Extensions {
  readonly [urn: string]: { readonly [attribute: string]: JsonValue };
}

export interface PersonName {
  readonly formatted?: string;
  readonly familyName?: string;
  readonly givenName?: string;
  readonly middleName?: string;
  readonly honorificPrefix?: string;
  readonly honorificSuffix?: string;
}

/** One element of a multi-valued attribute (RFC 7643 §2.4). */
export interface ProfileValue {
  readonly value?: string;
  readonly display?: string;
  readonly type?: string;
  readonly primary?: boolean;
}

export interface Address {
  readonly formatted?: string;
  readonly streetAddress?: string;
  readonly locality?: string;
  readonly region?: string;
  readonly postalCode?: string;
  readonly country?: string;
  readonly type?: string;
  readonly primary?: boolean;
}

export interface EnterpriseProfile {
  readonly employeeNumber?: string;
  readonly costCenter?: string;
  readonly organization?: string;
  readonly division?: string;
  readonly department?: string;
  readonly manager?: Manager;
}

/** `value` is whatever the identity provider calls the manager by; it need not be a user of this directory. */
export interface Manager {
  readonly value?: string;
  readonly $ref?: string;
  readonly displayName?: string;
}
