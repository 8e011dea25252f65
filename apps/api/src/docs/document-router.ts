import type { OpenApiDocument } from "@rollcall/rpc";
import { Router } from "express";
import { renderDocs } from "./render-docs.ts";

/** The API's description for everyone: as OpenAPI for programs, as a page for people. */
export function documentRouter(document: OpenApiDocument): Router {
  const page = renderDocs(document);
  const router = Router();
  router.get("/", (_request, response) => response.redirect("/docs"));
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  router.get("/docs", (_request, response) => {
    response.type("html").send(page);
  });
  return router;
}
