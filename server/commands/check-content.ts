import type { Codebook } from "@/domain/codebook/codebook";
import { checkStatement } from "@/domain/statement/check-statement";
import type { Problem, StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import type { Document } from "@/prisma/generated/sqlite/client";
import type { Tx } from "@/server/database/client";
import { invalid } from "@/server/http-error";
import { readFamily } from "@/server/rows/read-family";
import { toSpeaker, toTarget } from "@/server/rows/registry-rows";

export interface ContentCheck {
  document: Document;
  codebook: Codebook;
  /** The assignment the statement is in: what it may refer to. */
  assignmentId: string;
  /** The statement's own id. */
  id: string;
  content: StatementContent;
  /** What is stored now: a value it holds may stay though it was retired since. Null for a new statement. */
  previous: StatementContent | null;
}

/** All problems of a content, against the rows it refers to as they stand in this transaction. */
export async function problemsOf(tx: Tx, check: ContentCheck): Promise<Problem[]> {
  const { document, codebook, assignmentId, id, content, previous } = check;
  const speakers = await tx.speaker.findMany({
    where: {
      projectId: document.projectId,
      OR: [{ id: { in: content.chain } }, { id: content.speakerId ?? "" }, { fixed: true }],
    },
    include: { aliases: true },
  });
  const targets = await tx.target.findMany({
    where: { projectId: document.projectId, id: { in: content.stances.map((stance) => stance.targetId) } },
  });
  const siblings =
    content.sameClaimAsId === null || content.sameClaimAsId === id
      ? []
      : await tx.statement.findMany({
          where: { id: content.sameClaimAsId, assignmentId, deletedAt: null },
          select: { id: true },
        });
  return checkStatement({
    text: new DocumentText(document.text),
    codebook,
    registry: { speakers: speakers.map(toSpeaker), targets: targets.map(toTarget) },
    content,
    family: await readFamily(tx, assignmentId, id, content.parentId),
    siblings: siblings.map((sibling) => sibling.id),
    previous,
  });
}

/** Refuses a content that is invalid; returns what is merely incomplete. */
export async function refuseInvalid(tx: Tx, check: ContentCheck): Promise<Problem[]> {
  const problems = await problemsOf(tx, check);
  const wrong = problems.filter((problem) => problem.severity === "invalid");
  if (wrong.length === 0) return problems;
  throw invalid(
    "The statement cannot be stored as it is.",
    wrong.map(({ path, message }) => ({ path: `content.${path}`, message })),
    "invalid_statement",
  );
}
