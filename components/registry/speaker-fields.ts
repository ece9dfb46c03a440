import type { SpeakerEntry, SpeakerFields } from "@/domain/contract/registry-entries";

/** A speaker as its form holds it: text where people type, "" for what is empty. */
export interface SpeakerDraft {
  name: string;
  kind: string;
  /** One in a line. */
  aliases: string;
  roleTitle: string;
  organisationId: string | null;
  sector: string;
  function: string;
  country: string;
  notes: string;
  wikidata: string;
  /** Ids elsewhere but Wikidata, one in a line: "scheme: id". */
  otherIds: string;
  affiliations: AffiliationDraft[];
}

export interface AffiliationDraft {
  /** Tells rows apart on the screen only. */
  key: string;
  organisationId: string | null;
  roleTitle: string;
  validFrom: string;
  validTo: string;
}

/** What stands in the lines of a text, without empty ones. */
export const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export function toDraft(entry: SpeakerEntry): SpeakerDraft {
  const { wikidata = "", ...others } = entry.externalIds;
  return {
    name: entry.name,
    kind: entry.kind,
    aliases: entry.aliases.join("\n"),
    roleTitle: entry.roleTitle ?? "",
    organisationId: entry.organisationId,
    sector: entry.sector ?? "",
    function: entry.function ?? "",
    country: entry.country ?? "",
    notes: entry.notes ?? "",
    wikidata,
    otherIds: Object.entries(others)
      .map(([scheme, id]) => `${scheme}: ${id}`)
      .join("\n"),
    affiliations: entry.affiliations.map((one, at) => ({
      key: String(at),
      organisationId: one.organisationId,
      roleTitle: one.roleTitle ?? "",
      validFrom: one.validFrom ?? "",
      validTo: one.validTo ?? "",
    })),
  };
}

/** What a form holds as the API takes it, and what cannot be sent as it is, by the name of the field. */
export function fromDraft(draft: SpeakerDraft): { fields: SpeakerFields; problems: Record<string, string> } {
  const problems: Record<string, string> = {};
  const externalIds: Record<string, string> = {};
  const wikidata = draft.wikidata.trim();
  // Typed in small letters, or copied from the browser's address.
  const qid = /(?:^|\/)(q[1-9]\d*)$/i.exec(wikidata)?.[1]?.toUpperCase() ?? wikidata;
  if (qid !== "") externalIds.wikidata = qid;
  for (const line of linesOf(draft.otherIds)) {
    const [, scheme, id] = /^([a-z][a-z0-9_]{0,39})\s*:\s*(.+)$/i.exec(line) ?? [];
    if (!scheme || !id) problems.otherIds = `“${line}”: write a scheme, a colon and the id, such as viaf: 113230702.`;
    else externalIds[scheme.toLowerCase()] = id;
  }
  if (draft.affiliations.some(({ organisationId }) => organisationId === null)) {
    problems.affiliations = "Choose the organisation of each affiliation, or take the line away.";
  }
  const orNull = (text: string) => text.trim() || null;
  return {
    problems,
    fields: {
      name: draft.name.trim(),
      kind: draft.kind,
      aliases: [...new Set(linesOf(draft.aliases))],
      roleTitle: orNull(draft.roleTitle),
      organisationId: draft.organisationId,
      sector: orNull(draft.sector),
      function: orNull(draft.function),
      country: orNull(draft.country),
      notes: orNull(draft.notes),
      externalIds,
      affiliations: draft.affiliations.flatMap(({ organisationId, roleTitle, validFrom, validTo }) =>
        organisationId === null
          ? []
          : [
              {
                organisationId,
                roleTitle: orNull(roleTitle),
                validFrom: orNull(validFrom),
                validTo: orNull(validTo),
              },
            ],
      ),
    },
  };
}
