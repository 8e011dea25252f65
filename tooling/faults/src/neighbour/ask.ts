import { Agent } from "node:http";
import { send } from "../http/send.ts";

export interface Asking {
  /** Of the facade, as in `http://127.0.0.1:4001/scim`. */
  readonly scimUrl: string;
  readonly token: string;
  /** Requests under way at any time, each over a connection of its own. */
  readonly connections: number;
  /** Between an answer and the next request. */
  readonly pauseMs: number;
  readonly until: AbortSignal;
}

export interface Answered {
  readonly status: number | "none";
  readonly tookMs: number;
}

const NAMES = 20;

/** Provisions users as an identity provider does that starts over and over: looks for a name, and creates who is not there. */
export async function ask({ scimUrl, token, connections, pauseMs, until }: Asking): Promise<readonly Answered[]> {
  const agent = new Agent({ keepAlive: true });
  const answers: Answered[] = [];
  const askOnce = async (path: string, body?: unknown) => {
    const begun = performance.now();
    const method = body === undefined ? "GET" : "POST";
    const reply = await send({ method, url: scimUrl + path, token, body, agent });
    const status = reply.kind === "answered" ? reply.status : "none";
    answers.push({ status, tookMs: performance.now() - begun });
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  };
  const client = async (_: unknown, index: number) => {
    for (let turn = index; !until.aborted; turn++) {
      const userName = `user-${turn % NAMES}`;
      await askOnce(`/Users?filter=${encodeURIComponent(`userName eq "${userName}"`)}`);
      await askOnce("/Users", { userName });
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  agent.destroy();
  return answers;
}
