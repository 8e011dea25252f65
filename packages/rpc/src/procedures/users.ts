import { trpc } from "../trpc.ts";
import { readUsers } from "./users/read-users.ts";
import { writeUsers } from "./users/write-users.ts";

export const users = trpc.router({ ...readUsers, ...writeUsers });
