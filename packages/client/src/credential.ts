/** An API key (`rlk_…`), or a function that gives the bearer token of the moment, such as a JWT of the platform. */
export type Credential = string | (() => string | Promise<string>);

/** The value of the header `Authorization`. */
export async function toAuthorization(credential: Credential): Promise<string> {
  return `Bearer ${typeof credential === "string" ? credential : await credential()}`;
}
