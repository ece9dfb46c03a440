import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getDocument } from "@/server/queries/get-document";

export const GET = handle(operations.getDocument, ({ actor, params }) => getDocument(actor, params.documentId));
