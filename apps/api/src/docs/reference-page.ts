interface ReferencePageOptions {
  readonly title: string;
  /** Where the scripts and the style sheet are, without a slash at the end. */
  readonly assetsPath: string;
}

/** The page on which people read the API's description and try calls; see `start-reference.js`. */
export function referencePage({ title, assetsPath }: ReferencePageOptions): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="${assetsPath}/swagger-ui.css" />
    <script defer src="${assetsPath}/swagger-ui-bundle.js"></script>
    <script defer src="${assetsPath}/start-reference.js"></script>
  </head>
  <body>
    <noscript>
      <p>This page needs JavaScript. Everything it shows is in <a href="/openapi.json">openapi.json</a>.</p>
    </noscript>
    <div id="reference"></div>
  </body>
</html>
`;
}
