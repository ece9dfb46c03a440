import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listUsers } from "@/server/queries/users/list-users";

export const GET = handle(operations.listUsers, ({ actor, query }) => listUsers(actor, query.query, new Date()));
