const USER = "urn:ietf:params:scim:schemas:core:2.0:User";
const ENTERPRISE_USER = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

export interface Person {
  readonly userName: string;
  /** What is unique in the userName. */
  readonly number: string;
  /** Changes when the profile does. */
  readonly title: string;
}

/** A user as Okta sends it in a PUT. */
export function userBody({ userName, number, title }: Person): object {
  return {
    schemas: [USER, ENTERPRISE_USER],
    userName,
    externalId: `00u${number}`,
    name: { givenName: "Xiomara", familyName: "Castellanos" },
    emails: [{ primary: true, value: userName, type: "work" }],
    phoneNumbers: [{ primary: true, value: `+1 555 ${number}`, type: "work" }],
    displayName: "Xiomara Castellanos",
    title,
    locale: "en-US",
    active: true,
    [ENTERPRISE_USER]: {
      employeeNumber: number,
      costCenter: "4130",
      department: "Information Technology",
      manager: { value: "900001", displayName: "Morgan Lee" },
    },
  };
}

/** A user as Okta sends it in a POST: with a password, even when it does not push passwords. */
export function newUserBody(person: Person): object {
  return { ...userBody(person), groups: [], password: "vXq3mT8wLr0ZaA1!" };
}

/** How Okta deactivates and reactivates: without a path. */
export function activePatch(active: boolean): object {
  return patch({ op: "replace", value: { active } });
}

export function addMemberPatch(userId: string): object {
  return patch({ op: "add", path: "members", value: [{ value: userId, display: "Xiomara Castellanos" }] });
}

export function removeMemberPatch(userId: string): object {
  return patch({ op: "remove", path: `members[value eq ${JSON.stringify(userId)}]` });
}

function patch(operation: object): object {
  return { schemas: [PATCH], Operations: [operation] };
}
