export { buildClient } from "./build/build-client.ts";
