import { html, type Html } from "./html.ts";
import type { Schema } from "./list-operations.ts";

const REFERENCE_PREFIX = "#/components/schemas/";

/** A model under its own heading: its fields, or its type when it has none. */
export function renderSchema(name: string, schema: Schema): Html {
  const fields = fieldsOf(schema);
  return html`<section>
    <h3 id="${name}">${name}</h3>
    <p>${schema.description ?? ""}</p>
    ${fields.length > 0 ? renderFields("Fields", fields) : html`<p>${renderType(schema)}</p>`}
    ${"examples" in schema && (schema.examples ?? []).map(renderExample)}
  </section> `;
}

function renderExample(example: unknown): Html {
  return html`<pre><code>${JSON.stringify(example, null, 2)}</code></pre>`;
}

export interface Field {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
}

/** The properties of an object schema; none of any other. */
export function fieldsOf(schema: Schema): readonly Field[] {
  if (!("properties" in schema)) return [];
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).map(([name, each]) => ({ name, schema: each, required: required.includes(name) }));
}

export function renderFields(caption: string, fields: readonly Field[]): Html {
  if (fields.length === 0) return html``;
  return html`<table>
    <caption>
      ${caption}
    </caption>
    <tbody>
      ${fields.map(renderField)}
    </tbody>
  </table>`;
}

function renderField({ name, schema, required }: Field): Html {
  const facts = [required ? "" : "optional", "default" in schema ? `default ${JSON.stringify(schema.default)}` : ""];
  return html`<tr>
    <th scope="row"><code>${name}</code></th>
    <td>${renderType(schema)} <span class="dim">${facts.filter(Boolean).join(", ")}</span></td>
    <td>${schema.description ?? ""}</td>
  </tr> `;
}

/** A schema in one phrase; models are links. */
export function renderType(schema: Schema): Html {
  if ("$ref" in schema) {
    const name = schema.$ref.slice(REFERENCE_PREFIX.length);
    return html`<a href="#${name}">${name}</a>`;
  }
  const { items, enum: values, type = "anything", format } = schema;
  if (items !== undefined) return html`list of ${renderType(items)}`;
  if (values !== undefined) return html`${values.map((value) => JSON.stringify(value)).join(" or ")}`;
  if (schema.const !== undefined) return html`${JSON.stringify(schema.const)}`;
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives !== undefined) return html`${alternatives.map((each, i) => [i > 0 && " or ", renderType(each)])}`;
  return html`${[type].flat().join(" or ")}${format !== undefined && ` (${format})`}`;
}
