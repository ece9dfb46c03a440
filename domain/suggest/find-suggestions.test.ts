import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { DocumentText } from "@/domain/text/document-text";
import { spansInRole } from "@/domain/text/spans";
import { findSuggestions } from "./find-suggestions";

function suggest(words: string, language: string | null = "en") {
  const text = new DocumentText(words);
  return findSuggestions({ text, language, registry: { speakers: [] }, codebook: defaultCodebook });
}

/** content | content … < cue < source, one line per suggestion. */
function say(words: string, language?: string): string[] {
  return suggest(words, language).map(({ spans, form }) => {
    const quotes = (role: string) => spansInRole(spans, role).map((span) => span.quote);
    return `${form}: ${quotes("content").join(" | ")} < ${quotes("cue")[0] ?? "-"} < ${quotes("source")[0] ?? "-"}`;
  });
}

type Row = [text: string, ...expected: string[]];

describe("findSuggestions", () => {
  it.each<Row>([
    ["“We stay,” Ana Lind said.", "direct: “We stay,” < said < Ana Lind"],
    ["“We stay,” said Ana Lind on Monday.", "direct: “We stay,” < said < Ana Lind"],
    ["“We stay,” said Ana Lind, who runs the clinic.", "direct: “We stay,” < said < Ana Lind"],
    ["“We stay”, she told reporters in Oslo.", "direct: “We stay” < told < she"],
    ["Ana Lind said: “We stay.”", "direct: “We stay.” < said < Ana Lind"],
    ["Ana Lind said on Monday, “We stay here.”", "direct: “We stay here.” < said < Ana Lind"],
    [
      "“We stay,” said a spokesman for the harbour, “until May.”",
      "direct: “We stay,” | “until May.” < said < a spokesman for the harbour",
    ],
    ["“We stay,” she said. “Until May.” The rain went on.", "direct: “We stay,” | “Until May.” < said < she"],
    ["“We stay,” Ana Lind, who runs the pier, told a news conference.", "direct: “We stay,” < told < Ana Lind"],
    ["“Why now?” Mayor Lind asked.", "direct: “Why now?” < asked < Mayor Lind"],
    ["“Stop!” she shouted. “Is it over?” asked a nurse.", "direct: “Is it over?” < asked < a nurse"],
    [
      "“It rained. We stayed. Nobody left,” the captain recalled.",
      "direct: “It rained. We stayed. Nobody left,” < recalled < the captain",
    ],
    [
      "According to Ana Lind, “the pier is lost for good.”",
      "direct: “the pier is lost for good.” < According to < Ana Lind",
    ],
    ["“The pier is lost,” according to the report.", "direct: “The pier is lost,” < according to < the report"],
    ["Ana Lind, head of the clinic, said: “We stay.”", "direct: “We stay.” < said < Ana Lind"],
    ["In a statement, the union wrote: “No deal.”", "direct: “No deal.” < wrote < the union"],
    [
      "The driver was quoted as saying: “I saw nothing.”",
      "direct: “I saw nothing.” < was quoted as saying < The driver",
    ],
  ])("direct: %s", (text, ...expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each<Row>([
    [
      "The Port Authority of Marvik said that traffic would resume.",
      "indirect: that traffic would resume < said < The Port Authority of Marvik",
    ],
    ["On May 3, the baker said the oven had failed.", "indirect: the oven had failed < said < the baker"],
    ["The baker, who lives in Oslo, said the oven had failed.", "indirect: the oven had failed < said < The baker"],
    [
      "The agency on Friday, May 3, clarified that no ship sank.",
      "indirect: that no ship sank < clarified < The agency",
    ],
    ["The union added in a statement that talks would go on.", "indirect: that talks would go on < added < The union"],
    ["She told reporters the bridge was closed.", "indirect: the bridge was closed < told < She"],
    [
      "The mayor told the committee of elders that the bridge was closed.",
      "indirect: that the bridge was closed < told < The mayor",
    ],
    [
      "The minister did not say whether trains would run.",
      "indirect: whether trains would run < did not say < The minister",
    ],
    [
      "The office could not say when the road would open.",
      "indirect: when the road would open < could not say < The office",
    ],
    ["He declined to say who had paid the bill.", "indirect: who had paid the bill < declined to say < He"],
    ["The bridge is unsafe, the engineer said.", "indirect: The bridge is unsafe < said < the engineer"],
    [
      "The bridge is unsafe, said an engineer at the ministry.",
      "indirect: The bridge is unsafe < said < an engineer at the ministry",
    ],
    [
      "The bridge — the engineer said — is unsafe for trucks.",
      "indirect: The bridge | is unsafe for trucks < said < the engineer",
    ],
    [
      "The bridge, the engineer said, is unsafe for trucks.",
      "indirect: The bridge | is unsafe for trucks < said < the engineer",
    ],
    ["Three sheds burned, according to police.", "indirect: Three sheds burned < according to < police"],
    ["According to a witness, three sheds burned.", "indirect: three sheds burned < According to < a witness"],
    ["It is believed that he left in May.", "indirect: that he left in May < is believed < -"],
    [
      "The clerk was reported as saying that the vault was empty.",
      "indirect: that the vault was empty < was reported as saying < The clerk",
    ],
    [
      "The council issued a statement saying the road was safe.",
      "indirect: the road was safe < issued a statement saying < The council",
    ],
    ["The baker wrote in a letter to staff that rents doubled.", "indirect: that rents doubled < wrote < The baker"],
    [
      "The clerk declined to comment on whether rents doubled.",
      "indirect: whether rents doubled < declined to comment < The clerk",
    ],
    [
      "According to a poll published last week by the institute, rents doubled.",
      "indirect: rents doubled < According to < a poll published last week by the institute",
    ],
    [
      "The bank, however, expects rents to be low, it said in a note.",
      "indirect: The bank, however, expects rents to be low < said < it",
    ],
    [
      "The pier, according to the mayor, will close in May.",
      "indirect: The pier | will close in May < according to < the mayor",
    ],
    [
      "However, according to the mayor, the pier will close.",
      "indirect: the pier will close < according to < the mayor",
    ],
    ["The survey shows that rents doubled.", "indirect: that rents doubled < shows < The survey"],
    ["The mayor promised to rebuild the pier.", "indirect: to rebuild the pier < promised < The mayor"],
    ["The nurse, a man who said that he saw it, left.", "indirect: that he saw it, left < said < who"],
    ["She thanked the crew and said that work would resume.", "indirect: that work would resume < said < She"],
  ])("indirect: %s", (text, ...expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each<Row>([
    [
      "Shop owners called the tram “a gift to contractors”.",
      "mixed: the tram “a gift to contractors” < called < Shop owners",
    ],
    ["The vote is “a farce,” Ana Lind said.", "mixed: The vote is “a farce,” < said < Ana Lind"],
    ["She described the plan as hopeless and late.", "indirect: the plan as hopeless and late < described < She"],
    ["He said the fleet was “ready” and would sail.", "mixed: the fleet was “ready” and would sail < said < He"],
    ["He dismissed that claim as “nonsense”.", "mixed: that claim as “nonsense” < dismissed < He"],
    ["The council demanded a new vote.", "reported_act: a new vote < demanded < The council"],
    ["The union called for higher wages.", "reported_act: higher wages < called for < The union"],
    ["The plan was criticised by the union on Monday.", "reported_act: The plan < was criticised by < the union"],
  ])("mixed and acts: %s", (text, ...expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each<Row>([
    [
      "“We stay,” she said, adding that the roof was new.",
      "direct: “We stay,” < said < she",
      "indirect: that the roof was new < adding < -",
    ],
    [
      "The mayor said the tram was late, while the union said that it was early.",
      "indirect: the tram was late < said < The mayor",
      "indirect: that it was early < said < the union",
    ],
    [
      "The mayor said that the tram was late and added that it was full.",
      "indirect: that the tram was late < said < The mayor",
      "indirect: that it was full < added < -",
    ],
    [
      "Voss accused the drivers of blackmail and said the dispute was old.",
      "reported_act: the drivers of blackmail < accused < Voss",
      "indirect: the dispute was old < said < -",
    ],
    [
      "She criticised him for saying that the pier was lost.",
      "reported_act: him for saying that the pier was lost < criticised < She",
    ],
  ])("several cues: %s", (text, ...expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each([
    "The so-called “peace” broke within days.",
    "He sang “Yesterday” at the wedding.",
    "Did the minister say that taxes would rise?",
    "The claim that the mill polluted the lake is old.",
    "They called the police after the accident.",
    "Everything went according to plan.",
    "Trains were late and the platform was full.",
    "A report on the fire came out in May.",
    "The demand for tickets grew.",
  ])("nothing: %s", (text) => {
    expect(say(text)).toEqual([]);
  });

  it.each<Row>([
    ["Mayor Ana Lind: ‘We will not sell the harbour’", "direct: ‘We will not sell the harbour’ < - < Mayor Ana Lind"],
    ["‘We were ignored for years’: nurses", "direct: ‘We were ignored for years’ < - < nurses"],
    ["Mayor calls harbour plan ‘a disgrace’", "mixed: harbour plan ‘a disgrace’ < calls < Mayor"],
    ["The letter spoke of “an unacceptable risk for everyone”.", "direct: “an unacceptable risk for everyone” < - < -"],
  ])("headlines and quotations alone: %s", (text, ...expected) => {
    expect(say(text)).toEqual(expected);
  });

  it.each<Row>([
    ["„Wir bleiben hier,“ the mayor said.", "direct: „Wir bleiben hier,“ < said < the mayor"],
    ["« Nous restons », the mayor said.", "direct: « Nous restons » < said < the mayor"],
    ["「私たちは残ります」 the mayor said.", "direct: 「私たちは残ります」 < said < the mayor"],
    ["The mayor said: «سنبقى هنا».", "direct: «سنبقى هنا» < said < The mayor"],
    ['The mayor said: "אנחנו נשארים כאן".', 'direct: "אנחנו נשארים כאן" < said < The mayor'],
    ["👩‍👩‍👧 “We 𝒜re here,” the mayor said.", "direct: “We 𝒜re here,” < said < the mayor"],
  ])("scripts: %s", (text, ...expected) => {
    expect(say(text)).toEqual(expected);
  });

  it("finds quotations alone in a language without rules", () => {
    expect(say("«Біз осында қаламыз және күтеміз», — деді әкім.", "kk")).toEqual([
      "direct: «Біз осында қаламыз және күтеміз» < - < -",
    ]);
  });

  it("keeps a quotation over several paragraphs one statement", () => {
    expect(say("“We came in May,” Lind said. “It was cold.\n\n“Then it rained.\n\n“We stayed.”")).toEqual([
      "direct: “We came in May,” | “It was cold. | “Then it rained. | “We stayed.” < said < Lind",
    ]);
  });
});
