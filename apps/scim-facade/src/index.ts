export { createScimFacade, type ScimFacadeOptions } from "./create-scim-facade.ts";
export { createScimServer } from "./http/create-server.ts";
