export { launchChromium } from "./launch-chromium.ts";
export { useChromium, type ChromiumUnderTest, type WatchedPage } from "./use-chromium.ts";
