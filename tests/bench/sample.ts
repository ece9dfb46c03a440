import { readFileSync } from "node:fs";
import type { Speaker, Target } from "@/domain/contract/registry";
import type { StatementContent } from "@/domain/statement/statement";
import { DocumentText } from "@/domain/text/document-text";
import { parseReading } from "@/seeds/sample/parse-reading";
import { speakers, targets } from "@/seeds/sample/registry";

/** The sample article with its registry and readings, without a database. Ids are the keys that the readings use. */
export interface BenchSample {
  text: DocumentText;
  speakers: Speaker[];
  targets: Target[];
  readings: Record<"A" | "B", StatementContent[]>;
  /** What the readings call their statements, in the same order. */
  keys: Record<"A" | "B", string[]>;
}

export function loadSample(): BenchSample {
  const load = (name: string) => readFileSync(new URL(`../../seeds/sample/${name}`, import.meta.url), "utf8");
  const text = new DocumentText(load("article.txt"));
  const keys = (all: object) => Object.fromEntries(Object.keys(all).map((key) => [key, key]));
  const context = {
    text,
    speakerIds: { ...keys(speakers), outlet: "outlet" },
    targetIds: keys(targets),
    statementId: (key: string) => key,
  };
  const [a, b] = ["reading-a.json", "reading-b.json"].map((name) => parseReading(JSON.parse(load(name)), context));
  const contents = (reading = a) => reading?.map(({ content }) => content) ?? [];
  const names = (reading = a) => reading?.map(({ key }) => key) ?? [];
  const targetRows = Object.entries(targets).map(([id, name]) => ({
    ...{ id, key: id, name, description: null, proposed: false, mergedIntoId: null },
  }));
  return {
    text,
    speakers: registry(),
    targets: targetRows,
    readings: { A: contents(a), B: contents(b) },
    keys: { A: names(a), B: names(b) },
  };
}

function registry(): Speaker[] {
  return Object.entries(speakers).map(([id, speaker]) => ({
    id,
    name: speaker.name,
    kind: speaker.kind,
    aliases: [...speaker.aliases],
    roleTitle: "roleTitle" in speaker ? speaker.roleTitle : null,
    organisationId: null,
    sector: speaker.sector,
    function: null,
    country: speaker.country,
    fixed: false,
    mergedIntoId: null,
  }));
}
