export { createScimFacade, type ScimFacadeOptions } from "./create-scim-facade.ts";
