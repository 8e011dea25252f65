import { type ApiKeyRepository, authenticateApiKey, registerApiKey } from "@rollcall/domain";
import { CliError } from "../output/cli-error.ts";

/** Makes the data folder's admin key valid. @throws CliError `bad_setting` when an earlier run used another pepper. */
export async function registerAdminKey(
  keys: { readonly apiKeys: ApiKeyRepository; readonly pepper: string },
  adminKey: string,
): Promise<void> {
  await registerApiKey(keys, { text: adminKey, name: "admin" });
  if ((await authenticateApiKey(keys, adminKey)) !== undefined) return;
  throw new CliError(
    "bad_setting",
    "This database was set up with another pepper, so no token or API key would work; set ROLLCALL_PEPPER as it was then, or unset it if it was not.",
  );
}
