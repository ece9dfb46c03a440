import type { CodebookVersion } from "@/domain/codebook/codebook";
import type { FindingFacts, RuleKey } from "@/domain/consistency/consistency-rule";
import { findOpposites } from "@/domain/consistency/opposite-stances";
import type { Actor } from "@/server/auth/actor";
import { type Pass, readPasses } from "@/server/bulk/read-passes";
import { openSnapshot } from "@/server/bulk/snapshot";
import type { OpenSearch } from "../search/open-search";
import { readCheckContext } from "./read-check-context";
import { lastContext, type PassFindings, readPassFindings } from "./read-pass-findings";

/** Statements that a rule puts together. */
export interface RawFinding {
  rule: RuleKey;
  facts: FindingFacts;
  /** The statements with their revisions, in the order they are shown. */
  statements: { id: string; revision: number }[];
  /** Where it stands in the list: by the place of its first statement. */
  place: readonly [number, string, number];
}

interface FindOptions {
  layer: "gold" | "readings";
  days: number;
  codebook: CodebookVersion;
}

/** What the rules find among the statements of one layer that the actor may see. */
export async function findFindings(actor: Actor, open: OpenSearch, options: FindOptions): Promise<RawFinding[]> {
  const { merges, project } = open;
  const snapshot = await openSnapshot();
  try {
    const scope = { projectId: project.id, userId: actor.userId, others: open.seesOthers };
    const passes = new Map(
      [...(await readPasses(snapshot, scope))].filter(
        ([, { kind, documentId, userId }]) =>
          (kind === "adjudication") === (options.layer === "gold") &&
          (!open.closed.has(documentId) || userId === actor.userId),
      ),
    );
    const { codebook } = options;
    const context = await readCheckContext(snapshot, project.id, { codebook, merges, known: lastContext(project.id) });
    const findings = await readPassFindings(snapshot, passes, {
      ...{ projectId: project.id, context, rootOf: merges.rootOf },
    });
    const found = opposites(passes, findings, options);
    for (const [assignmentId, pass] of passes) {
      for (const { rule, facts, id, revision, start } of findings.get(assignmentId)?.found ?? []) {
        found.push({ rule, facts, statements: [{ id, revision }], place: [pass.position, pass.documentId, start] });
      }
    }
    return found.sort(byPlace);
  } finally {
    await snapshot.close();
  }
}

function opposites(
  passes: ReadonlyMap<string, Pass>,
  findings: ReadonlyMap<string, PassFindings>,
  { codebook, days }: FindOptions,
): RawFinding[] {
  const taking = [...passes].flatMap(([assignmentId, { documentId, published, userId, position }]) =>
    (findings.get(assignmentId)?.taking ?? []).map((one) => ({
      ...{ ...one, holder: userId ?? "gold", documentId, published },
      place: [position, documentId, one.start] as const,
    })),
  );
  const byId = new Map(taking.map((one) => [one.id, one]));
  return findOpposites(taking, codebook.content, days).flatMap(({ statementIds, speakerId, targetId, days: apart }) => {
    const statements = statementIds.flatMap((id) => byId.get(id) ?? []);
    const [first] = statements;
    if (!first) return [];
    return [
      {
        rule: "opposite_stances" as const,
        facts: { speakerIds: [speakerId], targetId, ...(apart !== undefined && { days: apart }) },
        statements: statements.map(({ id, revision }) => ({ id, revision })),
        place: first.place,
      },
    ];
  });
}

function byPlace({ place: a }: RawFinding, { place: b }: RawFinding): number {
  return a[0] - b[0] || (a[1] === b[1] ? a[2] - b[2] : a[1] < b[1] ? -1 : 1);
}
