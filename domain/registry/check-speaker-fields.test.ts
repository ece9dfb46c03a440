import { describe, expect, test } from "vitest";
import { defaultCodebook as codebook } from "@/domain/codebook/templates/default-codebook";
import type { SpeakerFields } from "@/domain/contract/registry-entries";
import { checkSpeakerFields } from "./check-speaker-fields";

const plain: SpeakerFields = {
  ...{ name: "Ана", kind: "person", aliases: [], roleTitle: null, organisationId: null, sector: null },
  ...{ function: null, country: null, notes: null, externalIds: {}, affiliations: [] },
};
const context = { id: "ana", codebook, before: plain, fixed: false, isSpeaker: (id: string) => id === "body" };
const at = (validFrom: string | null, validTo: string | null, organisationId = "body") => ({
  affiliations: [{ organisationId, roleTitle: null, validFrom, validTo }],
});
const paths = (fields: Partial<SpeakerFields>, more: Partial<typeof context> = {}) =>
  checkSpeakerFields({ ...plain, ...fields }, { ...context, ...more }).map(({ path }) => path);

describe("what is wrong with a speaker", () => {
  test.each<[string, Partial<SpeakerFields>, string[]]>([
    ["nothing", {}, []],
    ["a kind that nobody lists", { kind: "robot" }, ["kind"]],
    ["a second outlet", { kind: "outlet" }, ["kind"]],
    ["a sector that nobody lists", { sector: "x" }, ["sector"]],
    ["an alias that is the name", { aliases: ["Ана"] }, ["aliases.0"]],
    ["an alias twice", { aliases: ["a", "b", "a"] }, ["aliases.2"]],
    ["its own organisation", { organisationId: "ana" }, ["organisationId"]],
    ["an organisation from elsewhere", { organisationId: "other" }, ["organisationId"]],
    ["one day", at("2022-01-05", "2022-01-05"), []],
    ["open at both ends", at(null, null), []],
    ["an end before its beginning", at("2022-01-05", "2022-01-04"), ["affiliations.0.validTo"]],
    ["a body from elsewhere", at(null, null, "other"), ["affiliations.0.organisationId"]],
    ["a QID", { externalIds: { wikidata: "Q232" } }, []],
    ["a QID in small letters", { externalIds: { wikidata: "q232" } }, ["externalIds.wikidata"]],
    ["a QID that is an address", { externalIds: { wikidata: "https://wikidata.org/Q232" } }, ["externalIds.wikidata"]],
    ["an ORCID", { externalIds: { orcid: "0000-0002-1825-009X" } }, []],
    ["a scheme of their own", { externalIds: { constructor: "=1+1" } }, []],
  ])("%s", (_name, fields, expected) => {
    expect(paths(fields)).toEqual(expected);
  });

  test("a kind the codebook dropped stays, and the outlet keeps its own", () => {
    const robot = { ...plain, kind: "robot" };
    expect(checkSpeakerFields(robot, { ...context, before: robot })).toEqual([]);
    const outlet = { ...plain, kind: "outlet" };
    expect(paths({ kind: "person" }, { before: outlet, fixed: true })).toEqual(["kind"]);
  });
});
