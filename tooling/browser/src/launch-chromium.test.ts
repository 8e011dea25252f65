import { once } from "node:events";
import { createServer } from "node:http";
import { expect, it } from "vitest";
import { useChromium } from "./use-chromium.ts";

const chromium = useChromium();

it("shows a page, and tells what it asks for and complains about", async () => {
  const html = `<h1>Hello</h1><script>console.error("oh"); fetch("http://foreign.invalid/").catch(() => {})</script>`;
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
  await once(server.listen(0, "127.0.0.1"), "listening");
  try {
    const address = server.address();
    const url = typeof address === "object" && address !== null ? `http://127.0.0.1:${address.port}` : "";
    const { page, origins, complaints } = await chromium.open(url);
    expect(await page.locator("h1").textContent()).toBe("Hello");
    await expect.poll(() => [...origins]).toEqual([url, "http://foreign.invalid"]);
    await expect.poll(() => complaints[0]).toBe("oh");
  } finally {
    server.close();
  }
});
