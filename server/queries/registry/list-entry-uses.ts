import { quoteOf } from "@/domain/codebook/quote-of";
import type { EntryUse, EntryUseQuery, EntryUses, RegistryListName } from "@/domain/contract/registry-entries";
import { organisationAt } from "@/domain/registry/organisation-at";
import { standsFor } from "@/domain/registry/survivors";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database, type Tx } from "@/server/database/client";
import { notFound } from "@/server/http-error";
import { nameAnnotators } from "@/server/queries/name-annotators";
import { readStatementRows } from "@/server/rows/read-statements";
import { toStatement } from "@/server/rows/statement-row";
import { findUses, readClosedDocuments } from "./read-use";

/** Statements in one answer. */
const STEP = 50;

interface Place {
  projectId: string;
  list: RegistryListName;
  entryId: string;
}

/**
 * The statements that name an entry or what was merged into it, in the order of ids: those of finished readings and gold;
 * others are counted. Errors: 404, 403 for annotators.
 */
export async function listEntryUses(
  actor: Actor,
  { projectId, list, entryId }: Place,
  { offset }: EntryUseQuery,
): Promise<EntryUses> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "registry.readUse");
  const merges = { where: { projectId }, select: { id: true, mergedIntoId: true } };
  const entries = list === "speakers" ? await db.speaker.findMany(merges) : await db.target.findMany(merges);
  if (!entries.some(({ id }) => id === entryId)) throw notFound();
  const ids = standsFor(entries, entryId);
  const closed = await readClosedDocuments(actor, projectId);
  const found = await findUses(projectId, list, ids, closed);
  const shown = found.filter((use) => use.shown).map(({ statementId }) => statementId);
  const rows = await readStatementRows(db, { id: { in: shown.slice(offset, offset + STEP) } });
  const assignments = await db.assignment.findMany({
    where: { id: { in: rows.map(({ assignmentId }) => assignmentId) } },
    select: {
      ...{ id: true, kind: true, userId: true },
      document: { select: { id: true, title: true, language: true, published: true } },
    },
  });
  const byId = new Map(assignments.map((assignment) => [assignment.id, assignment]));
  const nameOf = await nameAnnotators(db, project);
  const bodyOn = await readBodies(
    db,
    rows.flatMap(({ speakerId }) => speakerId ?? []),
  );
  const items = rows.flatMap((row): EntryUse[] => {
    const assignment = byId.get(row.assignmentId);
    if (!assignment) return [];
    const { id: documentId, title, language, published } = assignment.document;
    const isGold = assignment.kind === "adjudication";
    return [
      {
        ...{ statementId: row.id, documentId, title, language, published, quote: quoteOf(toStatement(row)) },
        kind: isGold ? "adjudication" : "annotation",
        annotator: isGold ? null : nameOf(assignment),
        organisation: row.speakerId === null ? null : bodyOn(row.speakerId, published),
        inChain: list === "speakers" && (row.speakerId === null || !ids.includes(row.speakerId)),
      },
    ];
  });
  return {
    ...{ total: shown.length, closed: closed.length, unfinished: found.length - shown.length },
    items: items.sort((a, b) => (a.statementId < b.statementId ? -1 : 1)),
    next: offset + STEP < shown.length ? offset + STEP : null,
  };
}

/** The names of the bodies these speakers belonged to, by the article's day. */
async function readBodies(
  tx: Tx,
  speakerIds: readonly string[],
): Promise<(speakerId: string, day: string | null) => string | null> {
  const speakers = await tx.speaker.findMany({
    where: { id: { in: [...speakerIds] } },
    include: { affiliations: { include: { organisation: true } }, organisation: true },
  });
  const byId = new Map(speakers.map((speaker) => [speaker.id, speaker]));
  return (speakerId, day) => {
    const speaker = byId.get(speakerId);
    if (!speaker) return null;
    const { organisationId } = organisationAt(speaker, day);
    const bodies = [speaker.organisation, ...speaker.affiliations.map(({ organisation }) => organisation)];
    return bodies.find((body) => body?.id === organisationId)?.name ?? null;
  };
}
