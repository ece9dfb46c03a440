import { describe, expect, it } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { dnaEvents } from "@/domain/formats/dna-events";
import type { ArticleReference } from "@/domain/import/annotated/annotated-format";
import { inShort, parseAll } from "@/tests/support/annotated-files";
import { writeText } from "@/tests/support/flat-dataset";
import { goldenDataset } from "@/tests/support/golden-dataset";
import { dnaImport } from "./dna-import";

const HEAD =
  '"statement_id";"time";"person";"organization";"concept";"agreement";"start_position";"stop_position";"text";"coder";"document_id";"document_title";"document_author";"document_source";"document_section";"document_type"';
const TEXT = '😀 Ines said; "it is over"\nnow.';
const row = (id: number, person: string, agreement: string, start: number, stop: number, text: string, coder = "eva") =>
  `${id};"2022-01-21 00:00:00";"${person}";"The Clinic";"Trams";${agreement};${start};${stop};"${text}";"${coder}";7;"One";"";"Daily";"";""`;

async function read(lines: readonly string[], codebook = defaultCodebook) {
  const file = `${[HEAD, ...lines].join("\n")}\n`;
  const {
    documents,
    lines: told,
    parts,
  } = await parseAll(dnaImport, { "e.csv": file, "texts/One.txt": TEXT }, { codebook });
  return { documents, lines: told.map(inShort), parts };
}

describe("DNA's event list", () => {
  it("reads persons with their organizations, concepts and agreement, held against the text", async () => {
    const { documents, lines, parts } = await read([
      row(1, "Ines", "1", 3, 26, "Ines said, 'it is over'"),
      row(2, "", "0", 14, 31, "'it is over' now.", "ola"),
    ]);
    expect(lines).toEqual([]);
    expect(documents).toMatchObject([{ title: "One", outlet: "Daily", published: "2022-01-21", text: TEXT }]);
    expect(documents[0]?.passes).toMatchObject([
      {
        annotator: "eva",
        statements: [
          {
            spans: [{ role: "content", start: 2, end: 25, quote: 'Ines said; "it is over"' }],
            speaker: "Ines",
            stances: [{ target: "Trams", value: "support", basis: null }],
          },
        ],
      },
      { annotator: "ola", statements: [{ speaker: "The Clinic", stances: [{ value: "oppose" }] }] },
    ]);
    expect(
      parts.flatMap((part) => (part.part === "speaker" ? [`${part.speaker.kind} ${part.speaker.key}`] : [])),
    ).toEqual(["organisation The Clinic", "person Ines"]);
  });

  it("lists what is not the text's, and agreement that no value has", async () => {
    const { lines } = await read([row(1, "Ines", "1", 4, 8, "Eva!"), row(2, "Ines", "3", 3, 7, "Ines"), "3;4"]);
    expect(lines).toEqual([
      "e.csv 4: lost broken_row",
      "e.csv 3: lost unknown_stance",
      "e.csv 2: lost quote_mismatch",
      "e.csv 2: lost content_missing",
    ]);
  });

  it("leaves a stance open where the scale has several values for", async () => {
    const more = [3, 2].map((score) => ({ key: `for_${score}`, label: `For ${score}`, definition: "", score }));
    const against = { key: "against", label: "Against", definition: "", score: -1 };
    const codebook = { ...defaultCodebook, stance: { ...defaultCodebook.stance, values: [...more, against] } };
    const { lines, documents } = await read(
      [row(1, "Ines", "1", 3, 7, "Ines"), row(2, "Ines", "0", 3, 7, "Ines")],
      codebook,
    );
    expect(lines).toEqual(["e.csv 2: lost unknown_stance"]);
    expect(documents[0]?.passes[0]?.statements.map(({ stances }) => stances[0]?.value)).toEqual([null, "against"]);
  });

  it("brings back what was exported: statements with a stance for or against, their first passage and speaker", async () => {
    const findText = async ({ id }: ArticleReference) => goldenDataset.documents.find((one) => one.id === id) ?? null;
    const file = await writeText(dnaEvents, goldenDataset);
    const { documents, lines } = await parseAll(dnaImport, { "events.csv": file }, { findText });
    const survivorOf = (id: string | null) => goldenDataset.registry.speakers.find((one) => one.id === id);
    const cell = (words: string) => words.replaceAll(";", ",").replaceAll('"', "'").replaceAll("\n", " ");
    const expected = goldenDataset.statements
      .filter(({ stances }) => stances.length > 0)
      .map(({ id, spans, stances, speakerId }) => {
        const speaker = survivorOf(survivorOf(speakerId)?.mergedIntoId ?? speakerId);
        return {
          id,
          spans: spans.filter(({ role }) => role === "content").slice(0, 1),
          speaker: cell(speaker?.name ?? ""),
          stances: stances.map(({ targetId, value }) => ({
            target: cell(goldenDataset.registry.targets.find((target) => target.id === targetId)?.name ?? ""),
            ...{ value, basis: null },
          })),
        };
      });
    const back = documents.flatMap(({ passes }) => passes.flatMap(({ statements }) => statements));
    expect(back.map(({ id, spans, speaker, stances }) => ({ id, spans, speaker, stances }))).toEqual(expected);
    expect(lines.filter(({ effect }) => effect !== "maps").map(inShort)).toEqual([]);
  });
});
