import { describeFailure, type Failure } from "../output/describe-failure.ts";
import { CliError } from "../output/cli-error.ts";

/** What one end of a channel does when the other asks it to, by name; what goes over can be cloned. */
export type Duties = Readonly<Record<string, (argument: never) => Promise<unknown>>>;

/** The other end, which has the duties `TTheirs`. */
export interface Channel<TTheirs extends Duties> {
  /** @throws CliError what the other end threw, or `gone` when it ended before it answered. */
  ask<TName extends keyof TTheirs & string>(
    duty: TName,
    argument: Parameters<TTheirs[TName]>[0],
  ): Promise<Awaited<ReturnType<TTheirs[TName]>>>;
}

/** A child process or, in the child, its own `process`. */
interface End {
  on(event: "message", listener: (message: unknown) => void): unknown;
  on(event: "disconnect", listener: () => void): unknown;
  readonly connected?: boolean;
  send?(message: Message<unknown>, callback: () => void): unknown;
}

/** What goes over, both ways. */
type Message<TPayload> =
  | { readonly kind: "ask"; readonly id: number; readonly duty: string; readonly argument: TPayload }
  | { readonly kind: "answer"; readonly id: number; readonly value: TPayload }
  | { readonly kind: "failure"; readonly id: number; readonly failure: Failure };

/** A message as it comes: what it holds is what the types of the duties say. */
type Received = Message<never>;

interface Pending {
  resolve(value: never): void;
  reject(error: CliError): void;
}

/** Lets a process and its child ask each other, over the channel that `fork` opens between them. */
export function openChannel<TTheirs extends Duties>(end: End, ours: Duties): Channel<TTheirs> {
  const pending = new Map<number, Pending>();
  let lastId = 0;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The other end is this same code.
  end.on("message", (message) => receive(message as Received));
  end.on("disconnect", () => {
    for (const asked of pending.values()) asked.reject(gone());
    pending.clear();
  });
  return {
    ask(duty, argument) {
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject });
        if (end.connected === true) send({ kind: "ask", id, duty, argument });
        else reject(gone());
      });
    },
  };

  function receive(message: Received): void {
    if (message.kind === "ask") return void answer(message);
    const asked = pending.get(message.id);
    pending.delete(message.id);
    if (message.kind === "answer") asked?.resolve(message.value);
    else asked?.reject(new CliError(message.failure.code, message.failure.message));
  }

  async function answer({ id, duty, argument }: Extract<Received, { kind: "ask" }>): Promise<void> {
    try {
      send({ kind: "answer", id, value: await ours[duty]?.(argument) });
    } catch (error) {
      send({ kind: "failure", id, failure: describeFailure(error) });
    }
  }

  /** Whoever has gone meanwhile is told nothing. */
  function send(message: Message<unknown>): void {
    if (end.connected === true) end.send?.(message, () => undefined);
  }
}

function gone(): CliError {
  return new CliError("gone", "The other process has ended.");
}
