import { z } from "zod";
import { errorCodes, errorStatuses } from "../error/error-catalogue.ts";
import type { Problem } from "../error/problem.ts";
import type { ShapeOf } from "./wire.ts";

/** What every REST answer with a status of 400 or more carries. */
export const problemSchema = z
  .object({
    type: z.string().meta({ description: "Where the error is explained", examples: ["/docs/errors#not_found"] }),
    title: z.string().meta({ description: "The same for every occurrence" }),
    status: z.literal(errorStatuses).meta({ description: "The same as the answer's status" }),
    detail: z.string().meta({ description: "One sentence for people about this occurrence" }),
    code: z.enum(errorCodes).meta({
      description: "One word for programs. New codes may come; `status` tells their family.",
      examples: ["not_found"],
      "x-open-enum": true,
    }),
    requestId: z.string().nullable().meta({ description: "For reports: it finds the request in our log" }),
    errors: z
      .array(z.object({ path: z.array(z.union([z.string(), z.int()])), message: z.string() }))
      .optional()
      .meta({ description: "What is wrong with which part of the input" }),
  } satisfies ShapeOf<Problem>)
  .meta({
    id: "Problem",
    description: "Why a request was not fulfilled (RFC 9457).",
    examples: [
      {
        type: "/docs/errors#not_found",
        title: "There is no such resource",
        status: 404,
        detail: 'There is no user with the id "01935f20-1111-7222-8333-944455556666".',
        code: "not_found",
        requestId: "01935f23-0000-7000-8000-000000000001",
      },
    ],
  });
