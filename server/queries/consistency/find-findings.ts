import type { Codebook } from "@/domain/codebook/codebook";
import type { CheckContext, CheckedStatement, FindingFacts, RuleKey } from "@/domain/consistency/consistency-rule";
import { STATEMENT_RULES } from "@/domain/consistency/consistency-rules";
import { findOpposites, type HeldStatement } from "@/domain/consistency/opposite-stances";
import { indexNames } from "@/domain/registry/find-named";
import { DocumentText } from "@/domain/text/document-text";
import type { Actor } from "@/server/auth/actor";
import { readTexts, type SearchedStatement, scanFound } from "@/server/bulk/scan-found";
import { openSnapshot } from "@/server/bulk/snapshot";
import type { OpenSearch } from "../search/open-search";

/** Statements that a rule puts together. */
export interface RawFinding {
  rule: RuleKey;
  facts: FindingFacts;
  /** The statements with their revisions, in the order they are shown. */
  statements: { id: string; revision: number }[];
  /** Where it stands in the list: by the place of its first statement. */
  place: readonly [number, string, number];
}

type Placed = Pick<SearchedStatement, "id" | "documentId" | "position" | "start" | "revision" | "language"> & {
  checked: CheckedStatement;
};

interface FindOptions {
  layer: "gold" | "readings";
  days: number;
  codebook: Codebook;
}

/**
 * What the rules find among the statements of one layer that the actor may see. The article is opened only where a rule
 * suspects a statement of it.
 */
export async function findFindings(actor: Actor, open: OpenSearch, options: FindOptions): Promise<RawFinding[]> {
  const { rootOf, registry } = open;
  const speakers = registry.speakers.filter(({ mergedIntoId }) => mergedIntoId === null);
  const context: CheckContext = {
    codebook: options.codebook,
    speakerById: new Map(speakers.map((speaker) => [speaker.id, speaker])),
    names: indexNames(speakers),
  };
  const suspects = new Map<string, Placed[]>();
  const held: (HeldStatement & Pick<Placed, "position" | "start" | "revision">)[] = [];
  const snapshot = await openSnapshot();
  try {
    const scope = { projectId: open.project.id, userId: actor.userId, others: open.seesOthers };
    for await (const step of scanFound(snapshot, scope)) {
      for (const one of step) {
        if ((one.kind === "adjudication") !== (options.layer === "gold")) continue;
        if (open.closed.has(one.documentId) && one.userId !== actor.userId) continue;
        const checked = withRoots(one, rootOf);
        const { id, documentId, position, start, revision, language, published } = one;
        if (checked.speakerId !== null && checked.stances.length > 0) {
          const { speakerId, stances } = checked;
          const holder = one.userId ?? "gold";
          held.push({ id, holder, documentId, published, speakerId, stances, position, start, revision });
        }
        if (!STATEMENT_RULES.some((rule) => rule.isSuspect(checked, context))) continue;
        const list = suspects.get(documentId) ?? [];
        suspects.set(documentId, list);
        list.push({ id, documentId, position, start, revision, language, checked });
      }
    }
    const found: RawFinding[] = opposites(held, options);
    for await (const { documentId, text } of readTexts(snapshot, [...suspects.keys()])) {
      const whole = new DocumentText(text);
      for (const one of suspects.get(documentId) ?? []) {
        for (const rule of STATEMENT_RULES) {
          if (!rule.isSuspect(one.checked, context)) continue;
          const facts = rule.confirm(one.checked, { ...context, text: whole, language: one.language });
          if (!facts) continue;
          const { id, revision } = one;
          found.push({ rule: rule.key, facts, statements: [{ id, revision }], place: placeOf(one) });
        }
      }
      await new Promise(setImmediate);
    }
    return found.sort(byPlace);
  } finally {
    await snapshot.close();
  }
}

function opposites(
  held: readonly (HeldStatement & Pick<Placed, "position" | "start" | "revision">)[],
  { codebook, days }: FindOptions,
): RawFinding[] {
  const byId = new Map(held.map((one) => [one.id, one]));
  return findOpposites(held, codebook, days).flatMap(({ statementIds, speakerId, targetId, days: apart }) => {
    const statements = statementIds.flatMap((id) => byId.get(id) ?? []);
    const [first] = statements;
    if (!first) return [];
    return [
      {
        rule: "opposite_stances" as const,
        facts: { speakerIds: [speakerId], targetId, ...(apart !== undefined && { days: apart }) },
        statements: statements.map(({ id, revision }) => ({ id, revision })),
        place: placeOf(first),
      },
    ];
  });
}

function withRoots(
  { spans, speakerId, chain, stances, fields }: SearchedStatement,
  rootOf: (id: string) => string,
): CheckedStatement {
  return {
    ...{ spans, chain, fields, speakerId: speakerId === null ? null : rootOf(speakerId) },
    stances: stances.map((stance) => ({ ...stance, targetId: rootOf(stance.targetId) })),
  };
}

const placeOf = ({ position, documentId, start }: Pick<Placed, "position" | "documentId" | "start">) =>
  [position, documentId, start] as const;

function byPlace({ place: a }: RawFinding, { place: b }: RawFinding): number {
  return a[0] - b[0] || (a[1] === b[1] ? a[2] - b[2] : a[1] < b[1] ? -1 : 1);
}
