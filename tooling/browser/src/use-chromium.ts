import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./launch-chromium.ts";

export interface ChromiumUnderTest {
  /** A page with cookies, storage and cache of its own, already at `url`. */
  open(url: string): Promise<WatchedPage>;
}

export interface WatchedPage {
  readonly page: Page;
  /** Origins of everything the page has asked for over the network, in the order of first use. */
  readonly origins: ReadonlySet<string>;
  /** What the page has complained about so far: errors and warnings on its console, and uncaught exceptions. */
  readonly complaints: readonly string[];
}

/** Runs one Chromium for the calling test file. */
export function useChromium(): ChromiumUnderTest {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());
  return {
    async open(url) {
      if (browser === undefined) throw new Error("Chromium runs from beforeAll on");
      const watched = watch(await browser.newPage());
      await watched.page.goto(url);
      return watched;
    },
  };
}

function watch(page: Page): WatchedPage {
  const origins = new Set<string>();
  const complaints: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:") origins.add(origin);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return { page, origins, complaints };
}
