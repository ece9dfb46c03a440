import { roleOrder } from "@/domain/codebook/find-field";
import type { AnnotatedSpan, AnnotatedStatement, ReportLine } from "@/domain/import/annotated/annotated-data";
import type { Range } from "@/domain/text/span";
import { compareRanges, mergeRanges, overlapsAny } from "@/domain/text/spans";
import type { CodebookNames } from "./codebook-names";
import { type ForeignGroup, type ForeignMark, type ForeignReading, reportLine } from "./foreign-data";
import { groupMarks } from "./group-marks";
import { type ForeignText, placeMarks } from "./place-marks";
import { readAnswers } from "./read-answers";
import { shorten } from "./shorten";

/**
 * The statements of a reading: passages held against the text, tied together by the file's own groups and links, labels
 * and answers read by the codebook. Everything that does not come in as it stands has a line.
 */
export function assembleStatements(
  text: ForeignText,
  reading: ForeignReading,
  names: CodebookNames,
): { statements: AnnotatedStatement[]; outlets: ReadonlySet<string>; lines: ReportLine[] } {
  const { marks, lines } = placeMarks(text, reading);
  const placed = new Map(marks.map((mark) => [mark.id, mark]));
  const grouped = groupMarks(reading, placed, names);
  for (const line of grouped.lines) lines.push(line);
  const statements = new Map<string, { group: ForeignGroup; statement: AnnotatedStatement }>();
  const ids = new Set<string>();
  const outlets = new Set<string>();
  for (const group of grouped.groups) {
    const { spans, used, lines: told } = spansOf({ text, reading, names }, group, placed);
    for (const line of told) lines.push(line);
    if (!spans.some(({ role }) => role === "content")) {
      const message = `“${shorten(group.label)}” has no passage with the role content in the text; it is left out.`;
      lines.push(reportLine("lost", "content_missing", group.place, message));
      continue;
    }
    const coded = codingOf(group, used, names);
    for (const line of coded.lines) lines.push(line);
    const { id } = coded;
    if (coded.outlet !== null) outlets.add(coded.outlet);
    if (id !== null && ids.has(id)) {
      lines.push(reportLine("lost", "repeated_id", group.place, "Another statement has its id; it is left out."));
      continue;
    }
    if (id !== null) ids.add(id);
    statements.set(group.id, {
      group,
      statement: {
        place: group.place,
        key: group.id,
        id,
        codebookVersion: null,
        spans,
        ...coded.content,
        ...{ parent: null, sameClaimAs: null, derivedFrom: null, score: null, reason: null, revision: 1 },
        createdAt: group.createdAt,
        updatedAt: group.updatedAt,
      },
    });
  }
  for (const { group, statement } of statements.values()) {
    for (const tie of ["parent", "sameClaimAs"] as const) {
      const other = group[tie] === null ? null : (grouped.groupOf.get(group[tie]) ?? group[tie]);
      if (other === null) continue;
      const said = tie === "parent" ? "nested in" : "the same claim as";
      if (!statements.has(other)) {
        lines.push(
          reportLine(
            "lost",
            "broken_reference",
            group.place,
            `It is ${said} a statement that does not come in; that tie is left out.`,
          ),
        );
      } else if (tie === "parent" && isAbove(statements, statement.key, other)) {
        lines.push(
          reportLine("lost", "circular_reference", group.place, "It would be nested in itself; that tie is left out."),
        );
      } else statement[tie] = other;
    }
  }
  return { statements: [...statements.values()].map(({ statement }) => statement), outlets, lines };
}

/** Whether one statement is the other, or above it, as nested so far. */
function isAbove(statements: ReadonlyMap<string, { statement: AnnotatedStatement }>, above: string, below: string) {
  // Ties are made one at a time and never close a circle, so this ends.
  for (let key: string | null = below; key !== null; key = statements.get(key)?.statement.parent ?? null) {
    if (key === above) return true;
  }
  return false;
}

interface Context {
  text: ForeignText;
  reading: ForeignReading;
  names: CodebookNames;
}

function spansOf({ text, reading, names }: Context, group: ForeignGroup, placed: ReadonlyMap<string, ForeignMark>) {
  const lines: ReportLine[] = [];
  const used: ForeignMark[] = [];
  const byRole = new Map<string, Range[]>();
  const unknown: { mark: ForeignMark; said: string }[] = [];
  for (const { role: said, mark: id } of group.members) {
    const mark = placed.get(id);
    // A mark that is not there was told when it was read or placed.
    if (!mark) continue;
    used.push(mark);
    const role = (said === null ? null : names.role(said)) ?? names.role(mark.label);
    if (role === null) unknown.push({ mark, said: said ?? mark.label });
    else {
      const ranges = byRole.get(role) ?? [];
      byRole.set(role, ranges);
      for (const range of joined(text, reading, mark)) ranges.push(range);
    }
  }
  const all = new Set([...byRole.values()].flat().map(({ start, end }) => `${start}-${end}`));
  for (const { mark, said } of unknown) {
    // The trigger of an event lies on its cue: nothing is lost with it.
    if (mark.ranges.every(({ start, end }) => all.has(`${start}-${end}`))) continue;
    const message = `The codebook has no role “${shorten(said)}”; the passage “${shorten(wordsOf(text, mark.ranges))}” is left out.`;
    lines.push(reportLine("lost", "unknown_role", mark.place, message));
  }
  const spans: AnnotatedSpan[] = [];
  const content = byRole.get("content") ?? [];
  for (const key of roleOrder(names.codebook)) {
    const told = (effect: ReportLine["effect"], code: string, message: string) =>
      void lines.push(reportLine(effect, code, group.place, message));
    let ranges = (byRole.get(key) ?? []).sort(compareRanges);
    if (ranges.some((range, at) => at > 0 && range.start < (ranges[at - 1] as Range).end)) {
      ranges = mergeRanges(ranges);
      told("changed", "fragments_overlap", `Pieces of its ${key} overlap; they are joined.`);
    }
    if ((key === "cue" || key === "source") && overlapsAny(ranges, content)) {
      const over = ranges.filter((range) => overlapsAny([range], content));
      ranges = ranges.filter((range) => !over.includes(range));
      told(
        "lost",
        "content_overlap",
        `Its ${key} “${shorten(wordsOf(text, over))}” lies on its content; it is left out.`,
      );
    }
    const max = names.codebook.roles.find((role) => role.key === key)?.max ?? null;
    if (max !== null && ranges.length > max) {
      const rest = shorten(wordsOf(text, ranges.slice(max)));
      told(
        "lost",
        "too_many_fragments",
        `Its ${key} has ${ranges.length} pieces, the codebook allows ${max}: “${rest}” is left out.`,
      );
      ranges = ranges.slice(0, max);
    }
    for (const { start, end } of ranges) {
      const quote = text.stored.slice(start, end);
      if (quote.trim() === "")
        told("lost", "span_blank", `A piece of its ${key} at ${start}-${end} is white space only; it is left out.`);
      else spans.push({ role: key, start, end, quote });
    }
  }
  return { spans, used, lines };
}

/** The pieces of a mark, those that only line ends and tabs part put together where the format parts them so. */
function joined(text: ForeignText, { partsAtLineEnds }: ForeignReading, { ranges }: ForeignMark): Range[] {
  const pieces: Range[] = [];
  for (const { start, end } of [...ranges].sort(compareRanges)) {
    const last = pieces.at(-1);
    if (partsAtLineEnds && last && last.end < start && /^[\n\t]+$/.test(text.stored.slice(last.end, start)))
      last.end = end;
    else pieces.push({ start, end });
  }
  return pieces;
}

const wordsOf = ({ stored }: ForeignText, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => stored.slice(start, end)).join(" … ");

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function codingOf(group: ForeignGroup, marks: readonly ForeignMark[], names: CodebookNames) {
  const codings = [group.coding, ...marks.map(({ coding }) => coding)];
  const read = readAnswers(
    codings.flatMap(({ answers }) => answers),
    codings.flatMap(({ stances }) => stances),
    names,
  );
  const [speakers = [], ...otherSpeakers] = codings.map((coding) => coding.speakers).filter((all) => all.length > 0);
  for (const others of otherSpeakers) {
    if (others.join("\n") === speakers.join("\n")) continue;
    const message = `It has a second speaker, “${shorten(others.at(-1) ?? "")}”, who is left out.`;
    read.lines.push(reportLine("lost", "second_speaker", group.place, message));
  }
  const unsure = [read.unsure, ...codings.map((coding) => coding.unsure)].reduce(
    (held, one) => (held === null ? one : held || (one ?? "")),
    null,
  );
  const notes = [...codings.flatMap((coding) => coding.notes), ...read.notes];
  return {
    lines: read.lines,
    outlet: codings.find(({ outlet }) => outlet !== null)?.outlet ?? null,
    id: codings.map(({ statementId }) => statementId).find((id) => id !== null && UUID.test(id)) ?? null,
    content: {
      speaker: speakers.at(-1) ?? null,
      chain: speakers.length > 1 ? speakers : [],
      stances: read.stances,
      fields: read.fields,
      confidence: unsure === null ? ("sure" as const) : ("unsure" as const),
      unsureComment: unsure || null,
      note: [...new Set(notes)].join("\n"),
    },
  };
}
