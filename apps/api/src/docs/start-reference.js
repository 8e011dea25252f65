/* Runs in the browser, on the reference page, after swagger-ui-bundle.js. */
SwaggerUIBundle({
  dom_id: "#reference",
  url: "/openapi.json",
  // Otherwise the document would be sent to a service elsewhere.
  validatorUrl: null,
  // The API key lives in this page's memory and dies with it.
  persistAuthorization: false,
  deepLinking: true,
  displayOperationId: true,
  displayRequestDuration: true,
  filter: true,
  tryItOutEnabled: true,
});
