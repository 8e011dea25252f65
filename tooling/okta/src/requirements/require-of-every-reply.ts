import type { Call, Reply } from "../client/call.ts";
import { isObject, listAt, textAt } from "../client/json.ts";
import type { Scene } from "../stage/scene.ts";
import { schemas } from "./schemas.ts";

/** JSON, or the admin sees a parser error; and on an error the Error schema of RFC 7644 §3.12, whose detail the admin reads. */
export function requireOfEveryReply(scene: Scene, call: Call, reply: Reply): void {
  if (reply.text !== "") {
    const isJson = jsonContentType.test(reply.contentType) && isObject(reply.body);
    const found = `${call.method} ${call.path}: ${reply.contentType || "no Content-Type"}: ${reply.text}`;
    scene.require("the answer is JSON", isJson, found);
  }
  if (reply.status < 400) return;
  const { body } = reply;
  const hasDetail = (textAt(body, "detail") ?? "").trim() !== "";
  scene.require(
    `the ${reply.status} carries the Error schema, a detail and its status as a string`,
    listAt(body, "schemas").includes(schemas.error) && hasDetail && textAt(body, "status") === String(reply.status),
    reply.text || "an empty body",
  );
}

const jsonContentType = /^application\/(?:scim\+)?json\s*(?:;|$)/iu;
