import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Pinning } from "../servers/pinning.ts";
import type { Window, WindowResult } from "./window.ts";

/** What the generator's process answers. */
export type GeneratorReply = { readonly result: WindowResult } | { readonly failure: string };

export interface LoadGenerator extends AsyncDisposable {
  /** @throws Error that says which request failed, and how. */
  run(window: Window): Promise<WindowResult>;
}

const GENERATOR = fileURLToPath(new URL("./generator.ts", import.meta.url));

/** Starts a process that makes load, and nothing else. */
export function startLoadGenerator(pinning: Pinning): LoadGenerator {
  const { file, args } = pinning.commandLine("load", [process.execPath, GENERATOR]);
  const child = spawn(file, args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  const ended = once(child, "close");
  return {
    async run(window) {
      child.send(window);
      const gone = ended.then((): never => {
        throw new Error("the load generator ended");
      });
      const [reply]: GeneratorReply[] = await Promise.race([once(child, "message"), gone]);
      if (reply === undefined) throw new Error("the load generator answered nothing");
      if ("failure" in reply) throw new Error(`${window.scenario}: ${reply.failure}`);
      return reply.result;
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await ended;
    },
  };
}
