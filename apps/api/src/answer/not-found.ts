import { TRPCError } from "@trpc/server";
import type { RequestHandler } from "express";

export const notFound: RequestHandler = () => {
  throw new TRPCError({ code: "NOT_FOUND", message: "There is nothing at this path." });
};
