import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Speaker } from "@/domain/contract/registry";
import { DocumentText } from "@/domain/text/document-text";
import { findSuggestions } from "./find-suggestions";

function speaker(id: string, name: string, kind: string, more: Partial<Speaker> = {}): Speaker {
  const rest = { organisationId: null, sector: null, function: null, country: null, fixed: false, mergedIntoId: null };
  return { id, name, kind, aliases: [], roleTitle: null, ...rest, ...more };
}

const speakers = [
  speaker("lind", "Ana Lind", "person", { roleTitle: "Mayor of Marvik" }),
  speaker("ek", "Björn Ek", "person"),
  speaker("port", "Port Authority of Marvik", "organisation", { aliases: ["MPA"] }),
  speaker("union", "Traders’ Union", "organisation"),
  speaker("old", "Marvik Port Board", "organisation", { mergedIntoId: "port" }),
  speaker("outlet", "The article", "outlet", { fixed: true }),
];

function suggest(words: string) {
  const text = new DocumentText(words);
  return findSuggestions({ text, language: "en", registry: { speakers }, codebook: defaultCodebook });
}

describe("the proposed speaker", () => {
  const speakerOf = (text: string) =>
    suggest(text).map((one) => one.speaker && `${one.speaker.id} ${one.speaker.reason}`);
  it.each<[text: string, ...expected: (string | null)[]]>([
    ["Mayor Ana Lind said that it rained.", "lind name"],
    ["Bjorn Ek said that it rained. Ek added that it was cold.", "ek name", "ek part_of_name"],
    ["The MPA said that it rained.", "port name"],
    ["The Marvik Port Board said that it rained.", "port name"],
    ["A spokesman for the Port Authority of Marvik said that it rained.", "port name"],
    ["Ana Lind said that it rained. She added that it was cold.", "lind name", "lind pronoun"],
    ["Ana Lind met the Port Authority of Marvik. The authority said that it rained.", "port description"],
    ["Ana Lind resigned. The mayor said that it rained.", "lind description"],
    ["The Traders' Union struck. The organisation said that it rained.", "union description"],
    ["Ana Lind said that it rained, adding that it was cold.", "lind name", "lind implicit"],
    ["Ana Lind left. Oskar Dahl said that it rained. He added that it was cold.", null, null],
    ["It is believed that it rained.", null],
    ["A resident said that it rained.", null],
  ])("%s", (text, ...expected) => {
    expect(speakerOf(text)).toEqual(expected);
  });
});
