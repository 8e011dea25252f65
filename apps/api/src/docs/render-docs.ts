import type { OpenApiDocument } from "@rollcall/rpc";
import { docsStyle } from "./docs-style.ts";
import { html, type Html } from "./html.ts";
import { listOperations, type Operation } from "./list-operations.ts";
import { renderOperation } from "./render-operation.ts";
import { renderSchema } from "./render-schema.ts";

/** A reference page of an OpenAPI document: HTML without scripts, and without anything from elsewhere. */
export function renderDocs(document: OpenApiDocument): string {
  const { info, tags = [], components, servers = [] } = document;
  const operations = listOperations(document);
  const areas = tags.map(({ name }) => ({ name, operations: operations.filter(({ tag }) => tag === name) }));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${info.title}</title>
        ${docsStyle}
      </head>
      <body>
        <h1>${info.title}</h1>
        <p class="dim">Version ${info.version} · <a href="/openapi.json">openapi.json</a></p>
        <p>${info.description ?? ""}</p>
        <p>
          Paths begin at <code>${servers[0]?.url ?? ""}</code>. Send an API key with every request:
          <code>Authorization: Bearer rlk_…</code>
        </p>
        <nav>
          <ul>
            ${operations.map(renderLink)}
          </ul>
        </nav>
        ${areas.map(
          ({ name, operations }) =>
            html`<h2>${name}</h2>
              ${operations.map(renderOperation)}`,
        )}
        <h2>Models</h2>
        ${Object.entries(components?.schemas ?? {}).map(([name, schema]) => renderSchema(name, schema))}
      </body>
    </html> `;
  return page.markup;
}

function renderLink({ id, summary }: Operation): Html {
  return html`<li><a href="#${id}">${summary}</a></li>`;
}
