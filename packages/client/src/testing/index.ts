export {
  createRollcallTestKit,
  type RollcallTestKit,
  type RollcallTestKitOptions,
} from "./create-rollcall-test-kit.ts";
export type { IdentityProvider } from "./identity-provider.ts";
