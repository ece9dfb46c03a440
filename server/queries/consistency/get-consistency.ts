import { type FindingFacts, RuleKey } from "@/domain/consistency/consistency-rule";
import {
  type ConsistencyQuery,
  type ConsistencyView,
  FINDINGS_PAGE,
  type Finding,
} from "@/domain/contract/consistency";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { peopleNames } from "@/server/queries/name-annotators";
import { currentCodebook } from "@/server/rows/codebook-of";
import { type OpenSearch, openSearch } from "../search/open-search";
import { readNames } from "../search/read-names";
import { readFound } from "../search/search-statements";
import { findFindings, type RawFinding } from "./find-findings";

/** A finding and who said that it is right. */
interface Answered extends RawFinding {
  answer: Finding["answer"];
}

/** Open findings, and those that somebody said are right as they still are. */
export interface ConsistencyFindings {
  open: OpenSearch;
  layer: "gold" | "readings";
  findings: Answered[];
}

/** Statements that do not go together, by page. Errors: 404, 403 for annotators, 409 no_codebook. */
export async function getConsistency(
  actor: Actor,
  projectId: string,
  query: ConsistencyQuery,
): Promise<ConsistencyView> {
  const { open, layer, findings } = await readFindings(actor, projectId, query);
  const counts = Object.fromEntries(
    RuleKey.options.map((rule) => [rule, { open: 0, right: 0 }]),
  ) as ConsistencyView["counts"];
  for (const { rule, answer } of findings) {
    if (answer) counts[rule].right += 1;
    else counts[rule].open += 1;
  }
  const wanted = chosen(findings, query);
  const page = wanted.slice(query.offset, query.offset + FINDINGS_PAGE);
  return {
    ...{ layer, counts, total: wanted.length, closed: open.closed.size },
    items: await withStatements(actor, open, page),
    next: query.offset + FINDINGS_PAGE < wanted.length ? query.offset + FINDINGS_PAGE : null,
    names: await namesIn(page.map(({ facts }) => facts)),
  };
}

export async function readFindings(
  actor: Actor,
  projectId: string,
  { layer, days }: Pick<ConsistencyQuery, "layer" | "days">,
): Promise<ConsistencyFindings> {
  const db = database();
  const { project } = await openProject(db, actor, projectId, "consistency.read");
  const open = await openSearch(actor, projectId);
  const codebook = await currentCodebook(db, projectId);
  const chosenLayer = layer ?? ((await hasGold(projectId)) ? "gold" : "readings");
  const found = await findFindings(actor, open, { layer: chosenLayer, days, codebook });
  const answers = await db.findingAnswer.findMany({
    where: { projectId, withdrawnAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const byKey = new Map<string, typeof answers>();
  for (const answer of answers) {
    const key = `${answer.rule} ${answer.subject}`;
    byKey.set(key, [...(byKey.get(key) ?? []), answer]);
  }
  const people = answers.length > 0 ? await peopleNames(db, project) : new Map<string, string>();
  const findings = found.map((finding): Answered => {
    const holding = byKey
      .get(`${finding.rule} ${subjectOf(finding.statements.map(({ id }) => id))}`)
      ?.findLast(({ revisions }) =>
        finding.statements.every(({ id, revision }) => (revisions as Record<string, number>)[id] === revision),
      );
    if (!holding) return { ...finding, answer: null };
    const { id, reason, actorId, createdAt } = holding;
    return { ...finding, answer: { id, reason, by: people.get(actorId) ?? "somebody", at: createdAt.toISOString() } };
  });
  return { open, layer: chosenLayer, findings };
}

/** What a finding is told by: its statements, whatever their order. */
export const subjectOf = (statementIds: readonly string[]) => [...statementIds].sort().join("+");

/** Those of the rule that is asked for, rule by rule. */
export function chosen(
  findings: readonly Answered[],
  { rule, show }: Pick<ConsistencyQuery, "rule" | "show">,
): Answered[] {
  const rules = rule ? [rule] : RuleKey.options;
  return rules.flatMap((one) =>
    findings.filter((finding) => finding.rule === one && (finding.answer !== null) === (show === "right")),
  );
}

export async function withStatements(
  actor: Actor,
  open: OpenSearch,
  findings: readonly Answered[],
): Promise<Finding[]> {
  const ids = [...new Set(findings.flatMap(({ statements }) => statements.map(({ id }) => id)))];
  const found = await readFound(actor, open, { q: "", within: "statement" }, ids);
  const byId = new Map(found.map(({ item }) => [item.id, item]));
  return findings.map(({ rule, facts, statements, answer }) => ({
    ...{ rule, facts, answer },
    statements: statements.flatMap(({ id }) => byId.get(id) ?? []),
  }));
}

/** What the speakers and targets of findings are called. */
export async function namesIn(facts: readonly FindingFacts[]): Promise<Record<string, string>> {
  const ids = facts.flatMap(({ speakerIds, targetId }) => [...speakerIds, ...(targetId ? [targetId] : [])]);
  return Object.fromEntries(await readNames(database(), ids));
}

async function hasGold(projectId: string): Promise<boolean> {
  const where = { deletedAt: null, assignment: { kind: "adjudication", document: { projectId } } };
  return (await database().statement.findFirst({ where, select: { id: true } })) !== null;
}
