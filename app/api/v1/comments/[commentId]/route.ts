import { operations } from "@/domain/contract/operations";
import { deleteComment, editComment } from "@/server/commands/discussion/change-comment";
import { handle } from "@/server/http";

export const PUT = handle(operations.editComment, ({ actor, params, body }) =>
  editComment(actor, params.commentId, body),
);

export const DELETE = handle(operations.deleteComment, ({ actor, params, body }) =>
  deleteComment(actor, params.commentId, body),
);
