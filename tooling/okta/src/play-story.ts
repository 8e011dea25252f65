import type { AppRun } from "./rows/app-run.ts";
import { playAssignments } from "./rows/assignments.ts";
import { playDeactivation, playLeaver } from "./rows/deactivation.ts";
import { playGroupDelete } from "./rows/group-delete.ts";
import { playGroupLink } from "./rows/group-link.ts";
import { playGroupPushes } from "./rows/group-pushes.ts";
import { playGroupRename } from "./rows/group-rename.ts";
import { playImport } from "./rows/import.ts";
import { playMembershipChanges } from "./rows/membership-changes.ts";
import { playPasswordSync } from "./rows/password-sync.ts";
import { playProfileChanges } from "./rows/profile-changes.ts";
import { playPushNow } from "./rows/push-now.ts";
import { playTestCredentials } from "./rows/test-credentials.ts";
import { playUserNameChanges } from "./rows/user-name-changes.ts";

/** One app's story from the first connection to the import. Each row leaves the tenant as a second run needs it. */
export async function playStory(run: AppRun): Promise<void> {
  await playTestCredentials(run);
  await playAssignments(run);
  await playProfileChanges(run);
  await playUserNameChanges(run);
  await playDeactivation(run);
  await playPasswordSync(run);
  await playGroupPushes(run);
  await playMembershipChanges(run);
  await playPushNow(run);
  await playGroupRename(run);
  await playGroupLink(run);
  await playGroupDelete(run);
  await playLeaver(run);
  await playImport(run);
}
