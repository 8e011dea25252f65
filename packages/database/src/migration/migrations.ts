import type { Migration } from "kysely/migration";
import { directory } from "./0001-directory.ts";
import { eventFeed } from "./0002-event-feed.ts";
import { roles } from "./0003-roles.ts";
import { extensionSchemas } from "./0004-extension-schemas.ts";
import { platformApi } from "./0005-platform-api.ts";
import { deletionsByTime } from "./0006-deletions-by-time.ts";
import { places } from "./0007-places.ts";
import { userEmails } from "./0008-user-emails.ts";
import { auditActors } from "./0009-audit-actors.ts";
import { retentionOfOneTenant } from "./0010-retention-of-one-tenant.ts";

/** Every migration there ever was, oldest first. A released one never changes; a new one goes to the end. */
export const migrations: Record<string, Migration> = {
  "0001-directory": directory,
  "0002-event-feed": eventFeed,
  "0003-roles": roles,
  "0004-extension-schemas": extensionSchemas,
  "0005-platform-api": platformApi,
  "0006-deletions-by-time": deletionsByTime,
  "0007-places": places,
  "0008-user-emails": userEmails,
  "0009-audit-actors": auditActors,
  "0010-retention-of-one-tenant": retentionOfOneTenant,
};
