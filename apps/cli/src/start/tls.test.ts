import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { useDatabase } from "@rollcall/test-database";
import { expect, it } from "vitest";
import { testCertificate } from "../fixtures/certificate.fixture.ts";
import { runCommand } from "../fixtures/command.fixture.ts";
import { useServer } from "../fixtures/server.fixture.ts";

const database = useDatabase();
const rollcall = useServer();

it("serves both ports over HTTPS with a certificate, tells browsers to stay with it, and is administered over it", async () => {
  const certFile = join(rollcall.dataDir, "tls.crt");
  const keyFile = join(rollcall.dataDir, "tls.key");
  writeFileSync(certFile, testCertificate.cert);
  writeFileSync(keyFile, testCertificate.key);
  const { instance } = await rollcall.start({
    DATABASE_URL: database.url,
    ROLLCALL_TLS_CERT_FILE: certFile,
    ROLLCALL_TLS_KEY_FILE: keyFile,
  });
  const { apiUrl, scimUrl } = instance;
  for (const url of [`${apiUrl}/openapi.json`, `${scimUrl}/ServiceProviderConfig`]) {
    expect(url).toMatch(/^https:/);
    const { headers } = await answer(url);
    expect(headers["strict-transport-security"]).toMatch(/^max-age=\d+/);
  }
  const trusting = { ...rollcall.variables, NODE_EXTRA_CA_CERTS: certFile };
  expect((await runCommand("status", trusting)).stdout).toMatch(/^SCIM .* ready\nAPI .* ready$/m);
});

async function answer(url: string): Promise<IncomingMessage> {
  const request = get(url, { ca: testCertificate.cert });
  const [response] = await once(request, "response");
  response.resume();
  return response;
}
