import type { ReportLine } from "@/domain/import/annotated/annotated-data";
import type { CodebookNames } from "./codebook-names";
import { foldLabel } from "./fold-label";
import {
  emptyGroup,
  type ForeignGroup,
  type ForeignLink,
  type ForeignMark,
  type ForeignReading,
  reportLine,
} from "./foreign-data";
import { shorten } from "./shorten";

/**
 * The groups that are statements: those of the file, and one for each passage of content that is in none, to which links
 * tie other passages. A link is read as the role that it is called (`Cue`, `CueOf`), or else as the role that its passage
 * is labelled with; `fragment` adds content, `PartOf` nests, `SameClaimAs` ties two statements. Passages that end up
 * nowhere are told.
 */
export function groupMarks(
  reading: ForeignReading,
  placed: ReadonlyMap<string, ForeignMark>,
  names: CodebookNames,
): { groups: ForeignGroup[]; groupOf: ReadonlyMap<string, string>; lines: ReportLine[] } {
  const lines: ReportLine[] = [];
  const groups = reading.groups.map((group) => ({ ...group, members: [...group.members] }));
  const byId = new Map(groups.map((group) => [group.id, group]));
  const used = new Set(groups.flatMap(({ members }) => members.map(({ mark }) => mark)));
  // Group by the mark of its content.
  const groupOf = new Map<string, string>();
  for (const { id, members } of groups) {
    for (const { role, mark } of members) {
      const label = placed.get(mark)?.label ?? "";
      if (((role === null ? null : names.role(role)) ?? names.role(label)) === "content" && !groupOf.has(mark)) {
        groupOf.set(mark, id);
      }
    }
  }
  const fragments = reading.links.filter((link) => foldLabel(link.label) === "fragment");
  const pieces = new Set(fragments.map(({ from }) => from));
  for (const mark of placed.values()) {
    if (names.role(mark.label) !== "content" || used.has(mark.id) || pieces.has(mark.id)) continue;
    const group = emptyGroup(mark.id, mark.label, mark.place);
    group.members.push({ role: "content", mark: mark.id, place: mark.place });
    groups.push(group);
    byId.set(group.id, group);
    used.add(mark.id);
    groupOf.set(mark.id, group.id);
  }
  const groupAt = (id: string) => byId.get(groupOf.get(id) ?? id) ?? null;
  const told = new Set<string>();
  const tie = (link: ForeignLink) => {
    const { label, from, to, place } = link;
    const name = foldLabel(label);
    const [own, other] = [groupAt(from), groupAt(to)];
    if (name === "part_of" || name === "partof" || name === "sameclaimas" || name === "same_claim_as") {
      if (own && other && own !== other) own[name.startsWith("part") ? "parent" : "sameClaimAs"] = other.id;
      else
        lines.push(
          reportLine("lost", "broken_reference", place, `“${label}” does not tie two statements; it is left out.`),
        );
      return;
    }
    const isPiece = name === "fragment" && !own && other;
    const group = isPiece ? other : own && other ? null : (own ?? other);
    const mark = placed.get(group === own ? to : from);
    const called = names.role(label.replace(/[\s_-]?of$/i, ""));
    const role = isPiece ? "content" : (called ?? (mark ? names.role(mark.label) : null));
    if (!group || !mark || role === null || (role === "content" && !isPiece)) {
      if (placed.has(from) && placed.has(to)) {
        const message = `The relation “${shorten(label)}” ties nothing that the codebook knows to a statement; it is left out.`;
        lines.push(reportLine("lost", "unknown_relation", place, message));
      } else {
        const message = `The relation “${shorten(label)}” leads to a passage that does not come in; it is left out.`;
        lines.push(reportLine("lost", "broken_reference", place, message));
      }
      return;
    }
    if (called === null && !isPiece && label !== "" && !told.has(name)) {
      told.add(name);
      const message = `Relations “${shorten(label)}” are no role of the codebook; each ties its passage in the role that the passage is labelled with.`;
      lines.push(reportLine("maps", "relation_by_label", place, message));
    }
    group.members.push({ role, mark: mark.id, place });
    used.add(mark.id);
  };
  for (const link of fragments) tie(link);
  for (const link of reading.links) if (foldLabel(link.label) !== "fragment") tie(link);
  for (const mark of placed.values()) {
    if (used.has(mark.id)) continue;
    const known = names.role(mark.label) !== null;
    const message = known
      ? `“${shorten(mark.quote ?? mark.label)}” (${shorten(mark.label)}) belongs to no statement; it is left out.`
      : `The codebook has no role “${shorten(mark.label)}”; the passage “${shorten(mark.quote ?? "")}” is left out.`;
    lines.push(reportLine("lost", known ? "unattached_span" : "unknown_label", mark.place, message));
  }
  return { groups, groupOf, lines };
}
