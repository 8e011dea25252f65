import { ApiError } from "@rollcall/rpc";
import type { RequestHandler } from "express";

export const notFound: RequestHandler = () => {
  throw new ApiError("unknown_path");
};
