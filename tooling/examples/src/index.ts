export { servePeoplePage, type ServedPage } from "./people-page/serve-people-page.ts";
export { createOpenApiCaller, type OpenApiCaller } from "./sync-people/create-open-api-caller.ts";
export { syncPeople, type SyncedPeople } from "./sync-people/sync-people.ts";
