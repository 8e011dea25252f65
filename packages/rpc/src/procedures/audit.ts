import type { AuditQuery } from "@rollcall/domain";
import { z } from "zod";
import { toAuditEntry } from "../models/to-audit-entry.ts";
import { scopedEndpoint, tenantEndpoint, tenantInput } from "../procedure.ts";
import { requireWholeDeployment } from "../require-whole-deployment.ts";
import { auditAction, auditEntrySchema } from "../schemas/audit-entry.ts";
import { instantInput } from "../schemas/instant.ts";
import { pageInput, pageOf, toPage } from "../schemas/page.ts";
import { text } from "../schemas/text.ts";
import { trpc } from "../trpc.ts";

const MAX_ID_LENGTH = 500;

const auditInput = {
  ...pageInput,
  actions: z.array(auditAction).min(1).optional().meta({ description: "Only these actions" }),
  actorId: text(MAX_ID_LENGTH).optional().meta({ description: "Only what this connection, API key or subject did" }),
  resourceId: text(MAX_ID_LENGTH).optional().meta({ description: "Only what was done to this resource" }),
  since: instantInput.optional().meta({ description: "Only entries of this time and later" }),
  until: instantInput.optional().meta({ description: "Only entries before this time" }),
};

const auditPage = pageOf(auditEntrySchema, "AuditPage");

export const audit = trpc.router({
  list: tenantEndpoint("audit:read", {
    method: "GET",
    path: "/tenants/{tenantId}/audit",
    operationId: "listAuditEntries",
    tag: "Audit",
    summary: "Read a tenant's audit log",
    description:
      "What the platform's own callers did to a tenant, and what was refused to them, newest first. What identity providers change stands in the event feed.",
  })
    .input(tenantInput(auditInput))
    .output(auditPage)
    .query(async ({ ctx, input }) => toPage(await ctx.directory.audit.list(auditQuery(input)), toAuditEntry)),

  platform: scopedEndpoint("audit:read", {
    method: "GET",
    path: "/audit",
    operationId: "listPlatformAuditEntries",
    tag: "Audit",
    summary: "Read the deployment's audit log",
    description: "What was done to API keys and refused to callers, newest first. Not for callers bound to one tenant.",
  })
    .input(z.strictObject(auditInput))
    .output(auditPage)
    .query(async ({ ctx, input }) => {
      requireWholeDeployment(ctx);
      return toPage(await ctx.platform.audit.list(auditQuery(input)), toAuditEntry);
    }),
});

type AuditInput = z.output<z.ZodObject<typeof auditInput>>;

function auditQuery({ actions, actorId, resourceId, since, until, cursor, limit }: AuditInput): AuditQuery {
  return { actions, actorId, resourceId, since, until, beforeId: cursor?.id, count: limit };
}
