import { type ApiKeyRepository, createApiKeyAuthenticator, type Peppers, registerApiKey } from "@rollcall/domain";
import { CliError } from "../output/cli-error.ts";

/**
 * Makes the data folder's admin key valid.
 * @throws CliError `bad_setting` when it was revoked, or when an earlier run used another pepper.
 */
export async function registerAdminKey(
  keys: Peppers & { readonly apiKeys: ApiKeyRepository },
  adminKey: string,
): Promise<void> {
  const id = await registerApiKey(keys, { text: adminKey, name: "admin" });
  // That this use could not be noted does not matter.
  const authenticateApiKey = createApiKeyAuthenticator({ ...keys, onTouchError: () => undefined });
  if ((await authenticateApiKey(adminKey)) !== undefined) return;
  const stored = await keys.apiKeys.find(id);
  throw new CliError("bad_setting", stored?.revokedAt || stored?.expiresAt ? ADMIN_KEY_ENDED : OTHER_PEPPER);
}

const ADMIN_KEY_ENDED =
  "The admin key of this data folder was revoked or replaced; put a key that works in its place in secrets.json.";
const OTHER_PEPPER =
  "This database was set up with another pepper, so no token or API key would work; set ROLLCALL_PEPPER as it was then, or unset it if it was not, or name the old one in ROLLCALL_PREVIOUS_PEPPER.";
