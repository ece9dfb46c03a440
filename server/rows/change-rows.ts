import * as z from "zod";
import type { ChangeKind, ChangeNotice, StatementChange } from "@/domain/contract/history";
import { Speaker, Target } from "@/domain/contract/registry";
import { Relation } from "@/domain/contract/relation";
import { Assignment } from "@/domain/contract/work";
import { contentOf } from "@/domain/statement/content";
import { Statement } from "@/domain/statement/statement";
import type { Event } from "@/prisma/generated/sqlite/client";

const KINDS: Record<string, ChangeKind> = {
  "statement.created": "created",
  "statement.changed": "changed",
  "statement.deleted": "deleted",
  "statement.restored": "restored",
};
/** Actions whose events tell of one statement. */
export const STATEMENT_ACTIONS = Object.keys(KINDS);

const Written = z.object({ statement: Statement, assignment: Assignment });
const Deleted = z.object({ revision: z.int(), assignment: Assignment });
const Before = z.object({ statement: Statement });

/** An event as the change of a statement it tells of; null when it tells of none, or in a way of long ago. */
export function toStatementChange(row: Omit<Event, "assignmentId">): StatementChange | null {
  const kind = KINDS[row.action];
  if (!kind) return null;
  const written = kind === "deleted" ? null : Written.safeParse(row.after);
  const revision = written ? written.data?.statement.revision : Deleted.safeParse(row.after).data?.revision;
  const before = Before.safeParse(row.before).data?.statement;
  if (revision === undefined) return null;
  return {
    sequence: row.sequence,
    operationId: row.operationId,
    at: row.at.toISOString(),
    kind,
    statementId: row.subjectId,
    revision,
    before: before ? contentOf(before) : null,
    after: written?.data ? contentOf(written.data.statement) : null,
    relation: Relation.safeParse(row.relation).data ?? null,
  };
}

/** What an event tells those who have an assignment open; null when it is none of their business. */
export function toChangeNotice(row: Event): ChangeNotice | null {
  const change = toStatementChange(row);
  if (change) {
    const { statement, assignment } = Written.partial({ statement: true }).parse(row.after);
    return { about: "statement", change, statement: statement ?? null, assignment };
  }
  switch (row.subjectType) {
    case "assignment": {
      const moved = z.object({ assignment: Assignment }).safeParse(row.after);
      return moved.success ? { about: "assignment", assignment: moved.data.assignment } : null;
    }
    case "speaker": {
      const speaker = Speaker.safeParse(row.after);
      return speaker.success ? { about: "speaker", speaker: speaker.data } : null;
    }
    case "target": {
      const target = Target.safeParse(row.after);
      return target.success ? { about: "target", target: target.data } : null;
    }
    default:
      return null;
  }
}
