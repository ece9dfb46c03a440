import { canMove, MOVES, type MoveName } from "@/domain/workflow";
import type { Assignment as AssignmentRow, Prisma } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { conflict } from "@/server/http-error";
import { toAssignment } from "@/server/rows/work-rows";

/** Compare-and-set of an assignment's state and revision; the row stays locked until the transaction ends. */
export async function moveAssignment(
  tx: Tx,
  row: Pick<AssignmentRow, "id" | "state">,
  move: MoveName,
  change: { revision?: number; data?: Prisma.AssignmentUpdateManyMutationInput } = {},
): Promise<AssignmentRow> {
  const { count } = await tx.assignment.updateMany({
    where: {
      id: row.id,
      withdrawnAt: null,
      state: { in: [...MOVES[move].from] },
      ...(change.revision && { revision: change.revision }),
    },
    data: { ...change.data, state: MOVES[move].to, revision: { increment: 1 } },
  });
  const now = await tx.assignment.findUniqueOrThrow({ where: { id: row.id } });
  if (count === 1) return now;
  refuseWithdrawn(now);
  throw canMove(move, toAssignment(now).state)
    ? conflict(
        "stale_revision",
        "The assignment changed meanwhile, perhaps in another tab; look at it again.",
        toAssignment(now),
      )
    : conflict("illegal_move", `The assignment is ${now.state.replace("_", " ")} already.`, toAssignment(now));
}

/** Throws 409 `assignment_withdrawn` for one that was taken from its holder. */
export function refuseWithdrawn(row: AssignmentRow): void {
  if (row.withdrawnAt === null) return;
  throw conflict(
    "assignment_withdrawn",
    "This article was taken from you. What you coded in it is kept; ask the project's manager.",
    toAssignment(row),
  );
}

/**
 * Makes sure statements may be written in this assignment until the transaction ends: a submit that runs at the same
 * time waits for this row or has been seen. The first statement starts the assignment.
 */
export async function holdEditable(tx: Tx, row: AssignmentRow, now: Date): Promise<AssignmentRow> {
  const hold = () =>
    tx.assignment.updateMany({
      where: { id: row.id, withdrawnAt: null, state: "in_progress" },
      data: { updatedAt: now },
    });
  const start = () =>
    tx.assignment.updateMany({
      where: { id: row.id, withdrawnAt: null, state: { in: [...MOVES.start.from] } },
      data: { state: MOVES.start.to, revision: { increment: 1 } },
    });
  // Two first statements at the same moment: one starts the assignment, the other waited for that and holds it then.
  let held = await hold();
  if (held.count === 0) held = await start();
  if (held.count === 0) held = await hold();
  const current = await tx.assignment.findUniqueOrThrow({ where: { id: row.id } });
  if (held.count === 1) return current;
  refuseWithdrawn(current);
  throw conflict(
    "assignment_submitted",
    "The assignment is submitted; reopen it to change its statements.",
    toAssignment(current),
  );
}
