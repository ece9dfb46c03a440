import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { listMentions } from "@/server/queries/discussion/list-mentions";

export const GET = handle(operations.listMentions, ({ actor }) => listMentions(actor));
