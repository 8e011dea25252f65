import { createRollcallClient, listAll, readEvents } from "@rollcall/client";

const [url = "", apiKey = "", tenantId = ""] = process.argv.slice(2);
const rollcall = createRollcallClient({ url, credential: apiKey });

for await (const user of listAll((cursor) => rollcall.users.list.query({ tenantId, active: true, cursor }))) {
  console.log(user.userName, user.profile.displayName, user.profile.enterprise?.department);
}

for await (const event of readEvents(rollcall, { tenantId, after: 0 })) {
  console.log(event.sequence, event.type, event.resourceId);
}
