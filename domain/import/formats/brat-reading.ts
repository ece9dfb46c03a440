import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import type { CodebookNames } from "../foreign/codebook-names";
import {
  emptyGroup,
  type ForeignCoding,
  type ForeignGroup,
  type ForeignMark,
  type ForeignReading,
  noCoding,
  reportLine,
} from "../foreign/foreign-data";
import { shorten } from "../foreign/shorten";
import { readStandoff, type Standoff } from "./brat-standoff";

/**
 * What a `.ann` file says: an event is a statement whose arguments are passages in their roles (`Content`, `Cue`,
 * `Source`, numbered or not, as PolNeAR writes them); an event as the content of another is nested in it. Attributes are
 * answers; `AnnotatorNotes` notes; a normalisation of a source names the speaker, as does `Speaker:…` of anything.
 */
export function readBratReading(
  { file, text, annotator }: { file: string; text: string; annotator: string },
  names: CodebookNames,
): { reading: ForeignReading; lines: ReportLine[] } {
  const standoff = readStandoff(file, text);
  const { lines } = standoff;
  const marks = new Map<string, ForeignMark>();
  for (const { id, label, ranges, words, place } of standoff.passages) {
    marks.set(id, { id, label, ranges, quote: words === "" ? null : words, coding: noCoding(), place });
  }
  const groups = new Map<string, ForeignGroup>();
  for (const { id, label, place } of standoff.events) groups.set(id, emptyGroup(id, label, place));
  tieEvents(standoff, { marks, groups }, names);
  code(standoff, { marks, groups }, names);
  const links = standoff.relations.flatMap(({ label, args, place }) => {
    const [from = "", to = "", ...others] = args;
    if (others.length === 0) return [{ label, from, to, place }];
    const message = `The relation “${shorten(label)}” has more than two ends; it is left out.`;
    lines.push(reportLine("lost", "unknown_relation", place, message));
    return [];
  });
  const reading: ForeignReading = {
    annotator,
    kind: annotator === "gold" ? "adjudication" : "annotation",
    state: "submitted",
    submittedAt: null,
    units: ["unicode_code_point", "utf16_code_unit"],
    partsAtLineEnds: true,
    marks: [...marks.values()],
    groups: [...groups.values()],
    links,
    place: { file, line: null, at: "" },
  };
  return { reading, lines };
}

interface Found {
  marks: ReadonlyMap<string, ForeignMark>;
  groups: ReadonlyMap<string, ForeignGroup>;
}

function tieEvents({ events, lines }: Standoff, { marks, groups }: Found, names: CodebookNames): void {
  for (const { id, trigger, args, place } of events) {
    const group = groups.get(id);
    if (!group) continue;
    const lose = (code: string, message: string) => void lines.push(reportLine("lost", code, place, message));
    if (marks.has(trigger)) group.members.push({ role: null, mark: trigger, place });
    else lose("broken_reference", `The trigger ${shorten(trigger)} of the event is not in the file.`);
    for (const { role: numbered, to } of args) {
      // brat numbers roles that an event has several times: Source, Source2.
      const role = names.role(numbered) === null ? numbered.replace(/\d+$/, "") : numbered;
      const inner = groups.get(to);
      if (marks.has(to)) group.members.push({ role, mark: to, place });
      else if (!inner)
        lose("broken_reference", `Its ${shorten(role)} ${shorten(to)} is not in the file; it is left out.`);
      else if (names.role(role) === "content" && inner.parent === null && inner !== group) inner.parent = id;
      else
        lose(
          "event_in_event",
          `Its ${shorten(role)} is the event ${shorten(to)}, which cannot be kept; it is left out.`,
        );
    }
  }
}

function code(standoff: Standoff, { marks, groups }: Found, names: CodebookNames): void {
  const { lines } = standoff;
  const codingOf = (id: string): ForeignCoding | null => groups.get(id)?.coding ?? marks.get(id)?.coding ?? null;
  for (const { name, of, value, place } of standoff.attributes) {
    const coding = codingOf(of);
    if (coding) coding.answers.push({ name, value, place });
    else
      lines.push(
        reportLine(
          "lost",
          "broken_reference",
          place,
          `“${shorten(name)}” is of ${shorten(of)}, which is no passage or event of the file; it is left out.`,
        ),
      );
  }
  for (const { of, resource, entry, name, place } of standoff.normalisations) {
    const coding = codingOf(of);
    const label = marks.get(of)?.label ?? "";
    const isOwn = resource === "Speaker";
    if (!coding || name.trim() === "" || !(isOwn || names.role(label) === "source")) {
      const message = `“${shorten(`${resource}:${entry}`)}” of ${shorten(of)} names no speaker; it is left out.`;
      lines.push(reportLine("lost", "normalisation", place, message));
      continue;
    }
    if (!isOwn && coding.speakers.length > 0) {
      lines.push(reportLine("lost", "second_speaker", place, `A second speaker, “${shorten(name)}”, is left out.`));
      continue;
    }
    coding.speakers.push(name.trim());
    // Our own export writes the whole chain, which begins with the article's own voice.
    if (isOwn) coding.outlet ??= name.trim();
    if (isOwn) continue;
    const message = `“${shorten(name)}” becomes the speaker; its entry ${shorten(`${resource}:${entry}`)} is not kept.`;
    lines.push(reportLine("changed", "normalisation", place, message));
  }
  for (const { type, of, words, place } of standoff.notes) {
    const coding = codingOf(of);
    if (coding && type === "AnnotatorNotes") coding.notes.push(words);
    else if (coding && type === "StatementId") coding.statementId = words.trim();
    else {
      const message = `The note “${shorten(words)}” (${shorten(type)}) is of no passage or event; it is left out.`;
      lines.push(reportLine("lost", "note", place, message));
    }
  }
}
