import type { OpenApiDocument } from "@rollcall/rpc";
import { Router } from "express";
import { errorsPage } from "./errors-page.ts";
import { loadReferenceAssets } from "./reference-assets.ts";
import { referencePage } from "./reference-page.ts";
import { referencePolicy } from "./reference-policy.ts";

const CACHE_CONTROL = "public, max-age=31536000, immutable";

/** The API's description for everyone: as OpenAPI for programs, as an interactive reference for people. */
export function documentRouter(document: OpenApiDocument): Router {
  const { version, assets } = loadReferenceAssets();
  const page = referencePage({ title: document.info.title, assetsPath: `/docs/${version}` });
  const router = Router();
  router.get("/", (_request, response) => response.redirect("/docs"));
  router.get("/openapi.json", (_request, response) => {
    response.json(document);
  });
  router.get("/docs", referencePolicy, (_request, response) => {
    response.type("html").send(page);
  });
  const errors = errorsPage({ stylePath: `/docs/${version}/errors.css` });
  router.get("/docs/errors", referencePolicy, (_request, response) => {
    response.type("html").send(errors);
  });
  for (const { name, bytes } of assets) {
    router.get(`/docs/${version}/${name}`, (_request, response) => {
      response.type(name).set("Cache-Control", CACHE_CONTROL).send(bytes);
    });
  }
  return router;
}
