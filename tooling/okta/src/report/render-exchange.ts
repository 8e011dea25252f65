import type { Exchange } from "./step.ts";

export interface RenderExchangeOptions {
  /** Bodies as they were; otherwise without their schemas and cut to a line. */
  readonly whole: boolean;
}

/** A request and its answer, two or three lines. */
export function renderExchange(exchange: Exchange, { whole }: RenderExchangeOptions): string[] {
  const { method, path, status, durationMs, requestBody, responseBody } = exchange;
  const render = whole ? wholeText : shortText;
  return [
    `    ${method.padEnd(6)} ${path}`,
    ...(requestBody === undefined ? [] : [`      → ${render(requestBody)}`]),
    `      ← ${status} in ${durationMs} ms${responseBody === undefined ? "" : ` ${render(responseBody)}`}`,
  ];
}

const MAX_SHORT_CHARACTERS = 160;

function wholeText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}

function shortText(body: unknown): string {
  const text = typeof body === "string" ? body : JSON.stringify(body, withoutSchemas);
  return text.length > MAX_SHORT_CHARACTERS ? `${text.slice(0, MAX_SHORT_CHARACTERS)}…` : text;
}

function withoutSchemas(key: string, value: unknown): unknown {
  return key === "schemas" ? undefined : value;
}
