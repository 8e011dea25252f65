import { type Browser, chromium } from "playwright-core";
import { installChromium } from "./install-chromium.ts";

/** Starts a headless Chromium: the one that `CHROMIUM_PATH` names, else the one that npm brought. */
export async function launchChromium(): Promise<Browser> {
  const { CHROMIUM_PATH: ownPath } = process.env;
  if (ownPath !== undefined) return await chromium.launch({ executablePath: ownPath });
  const { executablePath, env } = await installChromium();
  return await chromium.launch({ executablePath, env: { ...process.env, ...env } });
}
