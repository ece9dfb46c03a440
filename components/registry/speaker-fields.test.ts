import { describe, expect, test } from "vitest";
import type { SpeakerEntry } from "@/domain/contract/registry-entries";
import { fromDraft, toDraft } from "./speaker-fields";

const entry: SpeakerEntry = {
  ...{ id: "0190a000-0000-7000-8000-000000000001", name: "=Ана 👩‍👩‍👧", kind: "person", aliases: ["\u202Eabc", "b"] },
  ...{ roleTitle: "minister", organisationId: null, sector: null, function: null, country: "KZ", fixed: false },
  ...{ mergedIntoId: null, revision: 3, notes: "two\nlines", externalIds: { wikidata: "Q1", viaf: "12" } },
  affiliations: [
    { organisationId: "0190a000-0000-7000-8000-000000000002", roleTitle: null, validFrom: "2020-01-01", validTo: null },
  ],
};

describe("a speaker's form", () => {
  test("gives back what it was filled with", () => {
    const { fields, problems } = fromDraft(toDraft(entry));
    expect(problems).toEqual({});
    expect({ ...entry, ...fields }).toEqual(entry);
  });

  test.each([
    ["q232", "Q232"],
    [" https://www.wikidata.org/wiki/Q232 ", "Q232"],
    ["Q0", "Q0"],
    ["Tokayev", "Tokayev"],
  ])("takes %s for the id %s", (typed, id) => {
    expect(fromDraft({ ...toDraft(entry), wikidata: typed }).fields.externalIds.wikidata).toBe(id);
  });

  test("names the line that is no id, and the affiliation to nobody", () => {
    const draft = toDraft(entry);
    const { problems } = fromDraft({
      ...draft,
      otherIds: "viaf: 1\nnonsense",
      affiliations: [{ key: "0", organisationId: null, roleTitle: "", validFrom: "", validTo: "" }],
    });
    expect(problems.otherIds).toContain("“nonsense”");
    expect(problems.affiliations).toMatch(/Choose/);
  });
});
