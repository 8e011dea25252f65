import { z } from "zod";

/** What every REST answer with a status of 400 or more carries. */
export const errorBodySchema = z
  .object({
    message: z.string().meta({ description: "One sentence for people" }),
    code: z.string().meta({ description: "One word for programs", examples: ["NOT_FOUND"] }),
    data: z.object({
      code: z.string().meta({ description: "The same as `code`" }),
      httpStatus: z.int().meta({ description: "The same as the answer's status" }),
      path: z
        .string()
        .optional()
        .meta({ description: "The procedure", examples: ["users.get"] }),
      requestId: z.string().nullable().meta({ description: "For reports: it finds the request in our log" }),
      refusal: z
        .string()
        .nullable()
        .meta({
          description: "Why the directory refused, more exact than `code`; null for other errors",
          examples: ["not_found"],
        }),
    }),
    issues: z
      .array(z.looseObject({ message: z.string(), path: z.array(z.union([z.string(), z.number()])) }))
      .optional()
      .meta({ description: "What is wrong with which part of the input" }),
  })
  .meta({
    id: "Error",
    description: "Why a request was not fulfilled.",
    examples: [
      {
        message: 'There is no user with the id "01935f20-1111-7222-8333-944455556666".',
        code: "NOT_FOUND",
        data: {
          code: "NOT_FOUND",
          httpStatus: 404,
          path: "users.get",
          requestId: "01935f23-0000-7000-8000-000000000001",
          refusal: "not_found",
        },
      },
    ],
  });
