import type { Call, Reply } from "../client/call.ts";
import type { ScimClient } from "../client/scim-client.ts";
import { TransportError } from "../client/transport-error.ts";
import type { Actor, Exchange, Requirement, Step } from "../report/step.ts";
import { requireOfEveryReply } from "../requirements/require-of-every-reply.ts";
import { type Scene, SceneEnd } from "./scene.ts";

/** What the admin does, in which row, and through which client. */
export interface Action {
  readonly app: Actor;
  readonly row: string;
  readonly action: string;
  readonly client: ScimClient;
}

export interface Performance<TResult> {
  readonly step: Step;
  /** Undefined when the action ended early. */
  readonly result: TResult | undefined;
}

/**
 * Plays one action to its end, or to the first requirement it cannot do without.
 * @throws TransportError of kind `unreachable`: without a server there is no story.
 */
export async function perform<TResult>(
  action: Action,
  act: (scene: Scene) => Promise<TResult>,
): Promise<Performance<TResult>> {
  const requests: Exchange[] = [];
  const requirements: Requirement[] = [];
  const { app, row } = action;
  const step: Step = { app, row, action: action.action, requests, requirements };
  const scene = openScene(action.client, requests, requirements);
  try {
    return { step, result: await act(scene) };
  } catch (cause) {
    if (cause instanceof TransportError && cause.kind === "broken")
      scene.require("every request is answered", false, cause.message);
    else if (!(cause instanceof SceneEnd)) throw cause;
    return { step, result: undefined };
  }
}

function openScene(client: ScimClient, requests: Exchange[], requirements: Requirement[]): Scene {
  const note = (text: string, met: boolean, found?: unknown): void => {
    requirements.push({ text, met, ...(!met && found !== undefined && { found: describe(found) }) });
  };
  const scene: Scene = {
    async ask(call: Call): Promise<Reply> {
      const reply = await client.send(call, (exchange) => requests.push(exchange));
      requireOfEveryReply(scene, call, reply);
      return reply;
    },
    require: note,
    insist(text, met, found) {
      note(text, met, found);
      if (!met) throw new SceneEnd(text);
    },
    advise(text, met, found) {
      requirements.push({ text, met, advisory: true, ...(!met && found !== undefined && { found: describe(found) }) });
    },
  };
  return scene;
}

const MAX_FOUND_CHARACTERS = 500;

function describe(found: unknown): string {
  const text = typeof found === "string" ? found : (JSON.stringify(found) ?? "nothing");
  return text.length > MAX_FOUND_CHARACTERS ? `${text.slice(0, MAX_FOUND_CHARACTERS)}…` : text;
}
