import { ScimError } from "@rollcall/scim";

/**
 * The query of a request's URL. Spaces may come as `%20` or `+`; stray parameters are ignored.
 * @throws ScimError 400 for one given twice (which one would count?), bad percent-encoding, or a NUL.
 */
export function readQuery(url: string): URLSearchParams {
  const text = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  checkEncoding(text);
  const query = new URLSearchParams(text);
  const names = new Set<string>();
  for (const [name, value] of query) {
    if (names.has(name)) throw new ScimError("invalidSyntax", `The query has the parameter "${name}" more than once.`);
    if (value.includes("\0")) throw new ScimError("invalidSyntax", "The query holds a NUL character.");
    names.add(name);
  }
  return query;
}

/** URLSearchParams would quietly turn broken bytes into replacement characters. */
function checkEncoding(text: string): void {
  try {
    decodeURIComponent(text);
  } catch (error) {
    throw new ScimError("invalidSyntax", "The query is not valid percent-encoded UTF-8.", { cause: error });
  }
}
