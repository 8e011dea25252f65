import { type ErrorCode, errorCatalogue, errorCodes } from "@rollcall/rpc";

/** Every error of the API with what can be done about it: where the `type` of a problem leads. */
export function errorsPage({ stylePath }: { stylePath: string }): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Errors of the Rollcall internal API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${stylePath}" />
  </head>
  <body>
    <h1>Errors</h1>
    <p>Each error has a <code>code</code> for programs, a <code>detail</code> for people, and a <code>requestId</code> for reports.</p>
    <p><a href="/docs">Back to the reference</a></p>
${errorCodes.map(section).join("\n")}
  </body>
</html>
`;
}

/** The catalogue's texts are our own; the only mark-up in them is code between backticks. */
function section(code: ErrorCode): string {
  const { status, title, remedy } = errorCatalogue[code];
  const advice = remedy.replaceAll(/`([^`]+)`/g, "<code>$1</code>");
  return `    <h2 id="${code}"><code>${code}</code> · ${status}</h2>\n    <p>${title}. ${advice}</p>`;
}
