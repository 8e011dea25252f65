import { html, type Html } from "./html.ts";
import type { Operation } from "./list-operations.ts";
import { fieldsOf, type Field, renderFields, renderType } from "./render-schema.ts";

const MEDIA_TYPE = "application/json";

export function renderOperation(operation: Operation): Html {
  const { id, summary, method, path, description = "", responses } = operation;
  return html`<section>
    <h3 id="${id}">${summary}</h3>
    <code class="route">${method} ${path}</code>
    <p>${description}</p>
    ${renderFields("Parameters", parametersOf(operation))} ${renderFields("Body", bodyOf(operation))}
    <table>
      <caption>
        Answers
      </caption>
      <tbody>
        ${responses.map(renderResponse)}
      </tbody>
    </table>
  </section> `;
}

function parametersOf({ parameters = [] }: Operation): readonly Field[] {
  return parameters.flatMap((parameter) =>
    "name" in parameter && parameter.schema !== undefined
      ? [{ name: parameter.name, schema: parameter.schema, required: parameter.required === true }]
      : [],
  );
}

function bodyOf({ requestBody }: Operation): readonly Field[] {
  const schema = requestBody && "content" in requestBody && requestBody.content[MEDIA_TYPE]?.schema;
  return schema ? fieldsOf(schema) : [];
}

function renderResponse([status, { description, content }]: Operation["responses"][number]): Html {
  const schema = content?.[MEDIA_TYPE]?.schema;
  return html`<tr>
    <th scope="row"><code>${status}</code></th>
    <td>${schema !== undefined && renderType(schema)}</td>
    <td>${description}</td>
  </tr> `;
}
