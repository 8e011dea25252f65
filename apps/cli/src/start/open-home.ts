import { openDataDir } from "../instance/data-dir.ts";
import { removeInstance } from "../instance/instance-file.ts";
import { lockInstance } from "../instance/instance-lock.ts";
import { loadSecrets, type Secrets } from "./load-secrets.ts";

/** The data folder, ours alone until it is given back. */
export interface Home extends AsyncDisposable {
  readonly dataDir: string;
  readonly secrets: Secrets;
  readonly isFirstRun: boolean;
}

/** @throws CliError when it cannot be used, when another Rollcall runs on it, or when its secrets are damaged. */
export async function openHome(requested: string | undefined): Promise<Home> {
  await using opened = new AsyncDisposableStack();
  const dataDir = openDataDir(requested);
  opened.use(await lockInstance(dataDir));
  opened.defer(() => removeInstance(dataDir));
  const secrets = loadSecrets(dataDir);
  const held = opened.move();
  return { dataDir, ...secrets, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
