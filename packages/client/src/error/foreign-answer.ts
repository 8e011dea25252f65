/** The failure of a call that somebody else answered, such as a proxy or a wrong address. The cause is the `Response`. */
export function foreignAnswer(response: Response): Error {
  return new Error(`The answer with status ${response.status} is not Rollcall's.`, { cause: response });
}

/** A `fetch` that fails for answers that are not JSON, which Rollcall's always are. */
export function refuseForeignAnswers(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    if (!response.headers.get("content-type")?.includes("json")) throw foreignAnswer(response);
    return response;
  };
}
