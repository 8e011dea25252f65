import { once } from "node:events";
import { connect } from "node:net";
import { Readable } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { useFacade } from "../conformance/use-facade.fixture.ts";
import { MAX_BODY_BYTES } from "./limits.ts";
import { createReceiveBody } from "./receive-body.ts";

const facade = useFacade();
let token: string;
beforeAll(async () => {
  ({ token } = await facade().newTenant());
});

let count = 0;
const newUser = () => JSON.stringify({ userName: `user-${++count}` });

async function post(body: string | Uint8Array<ArrayBuffer>, encoding?: string) {
  const response = await fetch(`${facade().url}/Users`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/scim+json",
      ...(encoding !== undefined && { "Content-Encoding": encoding }),
    },
    body,
  });
  return { status: response.status, body: await response.text() };
}

describe("a compressed body", () => {
  it.each([
    ["gzip", gzipSync],
    ["x-gzip", gzipSync],
    ["GZIP", gzipSync],
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
    ["identity", (text: string) => Buffer.from(text)],
  ])("with %s is read", async (encoding, compress) => {
    expect((await post(Buffer.from(compress(newUser())), encoding)).status).toBe(201);
  });

  it("may become as large as a plain one, and no larger", async () => {
    const compressed = (size: number) => gzipSync(newUser().padEnd(size, " "));
    expect((await post(compressed(MAX_BODY_BYTES), "gzip")).status).toBe(201);
    expect((await post(compressed(MAX_BODY_BYTES + 1), "gzip")).status).toBe(413);
  });

  it("that is a bomb is not inflated to the end", async () => {
    // 4 GiB in 4 MB: members of a gzip file follow one another (RFC 1952 §2.2).
    const member = gzipSync(Buffer.alloc(1024 * 1024));
    const before = process.memoryUsage().rss;
    const answer = await post(Buffer.concat(Array.from({ length: 4_096 }, () => member)), "gzip");
    expect(answer.status).toBe(413);
    expect(process.memoryUsage().rss - before).toBeLessThan(1024 ** 3);
  });

  it.each([
    ["is cut off", gzipSync(newUser()).subarray(0, -4)],
    ["is another's", deflateSync(newUser())],
    ["is none", Buffer.from(newUser())],
    ["has something after its end", Buffer.concat([gzipSync(newUser()), Buffer.from("junk")])],
    ["has something after its end", Buffer.concat([deflateSync(newUser()), Buffer.from("junk")]), "deflate"],
    ["has something after its end", Buffer.concat([brotliCompressSync(newUser()), Buffer.from("junk")]), "br"],
  ])("that %s is refused", async (_, body, encoding = "gzip") => {
    const answer = await post(Buffer.from(body), encoding);
    expect([answer.status, answer.body]).toEqual([400, expect.stringContaining("The compressed body is damaged.")]);
  });

  it.each(["zstd", "compress", "gzip, gzip", "gzip,br", "constructor"])("with %s is refused", async (encoding) => {
    expect((await post(newUser(), encoding)).status).toBe(415);
  });
});

describe("text", () => {
  it.each([
    ["a byte that is no UTF-8", Buffer.from([0xff])],
    ["an overlong form", Buffer.from([0xc0, 0xaf])],
    ["half a surrogate pair", Buffer.from([0xed, 0xa0, 0x80])],
    ["a character that is cut off", Buffer.from([0xf0, 0x9f, 0x98])],
    ["a NUL", Buffer.from([0])],
    ["an escaped NUL", Buffer.from("\\u0000")],
    ["an escaped half of a surrogate pair", Buffer.from("\\ud83d")],
    ["the other half", Buffer.from("\\ude00\\ud83d")],
  ])("with %s is refused, in a value and in a key", async (_, bytes) => {
    const value = Buffer.concat([Buffer.from('{"userName":"a'), bytes, Buffer.from('"}')]);
    const key = Buffer.concat([Buffer.from('{"userName":"ok","a'), bytes, Buffer.from('":1}')]);
    for (const body of [value, key]) {
      const answer = await post(body);
      expect([answer.status, answer.body]).toEqual([400, expect.stringContaining("invalidSyntax")]);
    }
  });
});

describe("a body that tells no length", () => {
  it("is read as it comes, and refused where it becomes too large", async () => {
    const chunked = async (...chunks: string[]) => {
      const { port } = new URL(facade().url);
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(
        `POST /scim/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nTransfer-Encoding: chunked\r\n\r\n`,
      );
      for (const chunk of chunks) socket.write(`${Buffer.byteLength(chunk).toString(16)}\r\n${chunk}\r\n`);
      socket.write("0\r\n\r\n");
      const [answer] = await once(socket, "data");
      socket.destroy();
      return Number(String(answer).split(" ")[1]);
    };
    const [start, end] = ['{"userName":', `"user-${++count}"}`];
    expect(await chunked(start, end)).toBe(201);
    expect(await chunked(start, " ".repeat(MAX_BODY_BYTES), end)).toBe(413);
  });
});

describe("createReceiveBody", () => {
  it("holds no more of all bodies together than it may", async () => {
    const receiveBody = createReceiveBody(10);
    const first = Promise.withResolvers<void>();
    const holding = receiveBody(bodyOf("123456"), async () => first.promise);
    await expect(receiveBody(bodyOf("12345"), async () => "late")).rejects.toMatchObject({ reason: "busy" });
    expect(await receiveBody(bodyOf("1234"), async (bytes) => String(bytes))).toBe("1234");
    first.resolve();
    await holding;
    expect(await receiveBody(bodyOf("1234567890"), async (bytes) => String(bytes))).toBe("1234567890");
  });
});

function bodyOf(text: string) {
  return Object.assign(Readable.from([Buffer.from(text)]), { headers: {} });
}
