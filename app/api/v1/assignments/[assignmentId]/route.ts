import { operations } from "@/domain/contract/operations";
import { handle } from "@/server/http";
import { getAnnotationView } from "@/server/queries/get-annotation-view";

export const GET = handle(operations.getAssignment, ({ actor, params }) =>
  getAnnotationView(actor, params.assignmentId),
);
