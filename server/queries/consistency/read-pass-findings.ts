import { findValue } from "@/domain/codebook/find-field";
import { CheckedArticle } from "@/domain/consistency/checked-article";
import type { CheckedStatement, FindingFacts, RuleKey } from "@/domain/consistency/consistency-rule";
import { STATEMENT_RULES } from "@/domain/consistency/consistency-rules";
import type { Stance } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { type Pass, readTexts } from "@/server/bulk/read-passes";
import { type CodedStatement, readCodedState, scanCoded } from "@/server/bulk/scan-coded";
import type { Snapshot } from "@/server/bulk/snapshot";
import { perProcess } from "@/server/per-process";
import type { KeyedContext } from "./read-check-context";

type Placed = Pick<CodedStatement, "id" | "start" | "revision">;

/** What the rules make of one pass by itself. */
export interface PassFindings {
  /** Of those for or against something: whose, and toward what; whoever was merged is the one that stands for them. */
  taking: (Placed & { speakerId: string; stances: Stance[] })[];
  found: (Placed & { rule: RuleKey; facts: FindingFacts })[];
}

/** What is kept of a project: of each pass what was found in it, which is found again as long as nothing is coded there. */
interface Memory {
  context: KeyedContext;
  kept: Map<string, { state: string; findings: PassFindings }>;
}

/** Projects of which findings are kept: of a hundred thousand statements they take some ten megabytes. */
const MOST_PROJECTS = 3;
const memories = perProcess("pass-findings", () => new Map<string, Memory>());

/** The codebook and registry that a project's statements were last held against. */
export const lastContext = (projectId: string) => memories.get(projectId)?.context;

/** Everything that was kept of other contexts is forgotten. */
function recall(projectId: string, context: KeyedContext): Memory["kept"] {
  const known = memories.get(projectId);
  const memory = known?.context === context ? known : { context, kept: new Map() };
  memories.delete(projectId);
  memories.set(projectId, memory);
  for (const oldest of memories.keys()) {
    if (memories.size <= MOST_PROJECTS) break;
    memories.delete(oldest);
  }
  return memory.kept;
}

/** What the rules find in passes, each by itself. Articles are opened only where a rule suspects a statement of theirs. */
export async function readPassFindings(
  snapshot: Snapshot,
  passes: ReadonlyMap<string, Pass>,
  { projectId, context, rootOf }: { projectId: string; context: KeyedContext; rootOf: (id: string) => string },
): Promise<Map<string, PassFindings>> {
  const kept = recall(projectId, context);
  const states = await readCodedState(snapshot, [...passes.keys()]);
  // What an article is written in decides which names are found in it.
  const stateOf = (id: string) => `${states.get(id)} ${passes.get(id)?.language}`;
  const found = new Map<string, PassFindings>();
  const changed: string[] = [];
  for (const id of states.keys()) {
    const known = kept.get(id);
    if (known?.state === stateOf(id)) found.set(id, known.findings);
    else changed.push(id);
  }
  for await (const { id, findings } of look(snapshot, changed, passes, context, rootOf)) {
    found.set(id, findings);
    kept.set(id, { state: stateOf(id), findings });
  }
  return found;
}

async function* look(
  snapshot: Snapshot,
  assignmentIds: readonly string[],
  passes: ReadonlyMap<string, Pass>,
  context: KeyedContext,
  rootOf: (id: string) => string,
): AsyncGenerator<{ id: string; findings: PassFindings }> {
  const takesSide = (value: string | null) =>
    value !== null && Math.sign(findValue(context.codebook.stance.values, value)?.score ?? 0) !== 0;
  let from = 0;
  for await (const step of scanCoded(snapshot, assignmentIds)) {
    const some = assignmentIds.slice(from, from + snapshot.passesAtOnce);
    from += some.length;
    const findings = new Map(some.map((id): [string, PassFindings] => [id, { taking: [], found: [] }]));
    const suspects = new Map<string, { one: CodedStatement; checked: CheckedStatement }[]>();
    for (const one of step) {
      const checked = withRoots(one, rootOf);
      const { id, start, revision } = one;
      const stances = checked.stances.filter(({ value }) => takesSide(value));
      if (checked.speakerId !== null && stances.length > 0) {
        const taking = { id, start, revision, speakerId: checked.speakerId, stances };
        findings.get(one.assignmentId)?.taking.push(taking);
      }
      if (!STATEMENT_RULES.some((rule) => rule.isSuspect(checked, context))) continue;
      const documentId = passes.get(one.assignmentId)?.documentId ?? "";
      const held = suspects.get(documentId);
      if (held) held.push({ one, checked });
      else suspects.set(documentId, [{ one, checked }]);
    }
    for await (const { documentId, text } of readTexts(snapshot, [...suspects.keys()])) {
      const whole = new DocumentText(text);
      const ofDocument = suspects.get(documentId) ?? [];
      const language = passes.get(ofDocument[0]?.one.assignmentId ?? "")?.language ?? null;
      const article = new CheckedArticle(whole, language, context.names);
      for (const { one, checked } of ofDocument) {
        for (const rule of STATEMENT_RULES) {
          const facts = rule.isSuspect(checked, context) ? rule.confirm(checked, context, article) : null;
          const { id, start, revision } = one;
          if (facts) findings.get(one.assignmentId)?.found.push({ id, start, revision, rule: rule.key, facts });
        }
      }
      await new Promise(setImmediate);
    }
    for (const [id, one] of findings) yield { id, findings: one };
  }
}

function withRoots(
  { spans, speakerId, chain, stances, fields }: CodedStatement,
  rootOf: (id: string) => string,
): CheckedStatement {
  return {
    ...{ spans, chain, fields, speakerId: speakerId === null ? null : rootOf(speakerId) },
    stances: stances.map((stance) => ({ ...stance, targetId: rootOf(stance.targetId) })),
  };
}
