import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import type { Target } from "@/domain/contract/registry";
import { rowsToCsv } from "@/domain/formats/csv";
import type { DatasetSpeaker } from "@/domain/formats/dataset";
import { testId } from "@/tests/support/dataset";
import { hostileText } from "@/tests/support/hostile-text";
import { joinLines, joinParts, splitLines, splitParts } from "./list-cell";
import { planSpeakers } from "./plan-speakers";
import { planTargets } from "./plan-targets";
import { readTable } from "./read-table";
import { speakerCells, targetCells } from "./registry-rows";

const words = hostileText
  .map((text) => text.replaceAll("\0", "").trim().slice(0, 200).toWellFormed().trim())
  .filter((text) => text !== "");
const maybe = fc.option(words, { nil: null });
const day = fc.option(fc.constantFrom("2020-02-29", "2021-12-31"), { nil: null });

const nothing = {
  ...{ aliases: [], roleTitle: null, organisationId: null, sector: null, function: null, country: null, notes: null },
  ...{ externalIds: {}, affiliations: [], fixed: false, mergedIntoId: null },
};
const outlet: DatasetSpeaker = { ...nothing, id: testId(1, 90), name: "The article", kind: "outlet", fixed: true };
const unknown: DatasetSpeaker = { ...nothing, id: testId(1, 91), name: "?", kind: "unknown", fixed: true };

const speakers: fc.Arbitrary<DatasetSpeaker[]> = fc
  .array(
    fc.record({
      ...{ name: words, kind: fc.constantFrom("person", "organisation", "unknown"), roleTitle: maybe, notes: maybe },
      aliases: fc.uniqueArray(words, { maxLength: 3 }),
      country: fc.option(
        words.map((text) => text.slice(0, 60).toWellFormed().trim() || "x"),
        { nil: null },
      ),
      body: fc.nat(),
      merged: fc.nat(),
      held: fc.array(fc.record({ body: fc.nat(), roleTitle: maybe, day }), { maxLength: 2 }),
      externalIds: fc.constantFrom<Record<string, string>>({}, { wikidata: "Q42" }, { viaf: "12", own: "=a: b\nc" }),
      state: fc.constantFrom({}, { proposed: true }, { retired: true }),
    }),
    { maxLength: 6 },
  )
  .map((drafts) => [
    ...[outlet, unknown],
    ...drafts.map(({ body, merged, held, state, aliases, ...draft }, at): DatasetSpeaker => {
      // Whoever comes before may be what somebody belongs to, or was merged into: no circle.
      const earlier = (number: number) => (at === 0 || number % 2 ? null : testId(1, number % at));
      return {
        ...nothing,
        ...draft,
        ...state,
        ...{ id: testId(1, at), aliases: aliases.filter((alias) => alias !== draft.name) },
        ...{ organisationId: earlier(body), mergedIntoId: earlier(merged) },
        affiliations: held.flatMap(({ body: number, roleTitle, day: validFrom }) => {
          const organisationId = earlier(number);
          return organisationId ? [{ organisationId, roleTitle, validFrom, validTo: null }] : [];
        }),
      };
    }),
  ]);

const targets: fc.Arbitrary<Target[]> = fc
  .array(
    fc.record({
      ...{ name: words, description: maybe, aliases: fc.uniqueArray(words, { maxLength: 3 }), broader: fc.nat() },
      ...{ proposed: fc.boolean(), merged: fc.nat() },
    }),
    { maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ broader, merged, aliases, ...draft }, at): Target => {
      const own = aliases.filter((alias) => alias !== draft.name);
      return {
        ...draft,
        ...{
          id: testId(2, at),
          key: `T${at + 1}`,
          mergedIntoId: at > 0 && merged % 4 === 0 ? testId(2, at - 1) : null,
        },
        ...(own.length > 0 && { aliases: own }),
        ...(at > 0 && broader % 2 === 0 && { broaderId: testId(2, broader % at) }),
      };
    }),
  );

const CELLS = ["raw", "spreadsheet"] as const;
let made = 0;
const ids = {
  newId: () => {
    made += 1;
    return testId(3, made);
  },
  isFree: () => true,
};
const written = (rows: Iterable<string[]>, cells: (typeof CELLS)[number]) => [...rowsToCsv(rows, { cells })].join("");
const into = (text: string, current: DatasetSpeaker[], cells: (typeof CELLS)[number] = "raw") =>
  planSpeakers(readTable(text, cells), { current, codebook: defaultCodebook, ...ids });
const intoTargets = (text: string, current: Target[], cells: (typeof CELLS)[number] = "raw") =>
  planTargets(readTable(text, cells), { current, ...ids });

describe("a list as a file", () => {
  test.each(CELLS)("of speakers comes back as it was, however they are called (%s)", (cells) => {
    fc.assert(
      fc.property(speakers, (all) => {
        const text = written(speakerCells(all), cells);
        const plan = into(text, [outlet, unknown], cells);
        expect(plan.lines.filter(({ effect }) => effect === "stops" && all.length > 2)).toEqual([]);
        expect(written(speakerCells([outlet, unknown, ...plan.added]), cells)).toBe(text);
        // Once it is there, the same file has nothing to say.
        const again = into(text, all, cells);
        expect([...again.added, ...again.changed]).toEqual([]);
      }),
    );
  });

  test.each(CELLS)("of targets comes back as it was, however they are called (%s)", (cells) => {
    fc.assert(
      fc.property(targets, (all) => {
        const text = written(targetCells(all), cells);
        const plan = intoTargets(text, [], cells);
        expect(plan.lines.filter(({ effect }) => effect === "stops" && all.length > 0)).toEqual([]);
        expect(written(targetCells(plan.added), cells)).toBe(text);
        const again = intoTargets(text, all, cells);
        expect([...again.added, ...again.changed]).toEqual([]);
      }),
    );
  });

  test("has lists in its cells that come back whatever stands in them", () => {
    fc.assert(
      fc.property(fc.array(words), fc.array(fc.array(words, { minLength: 1 })), (values, rows) => {
        expect(splitLines(joinLines(values))).toEqual(values);
        expect(splitParts(joinParts(rows))).toEqual(rows);
      }),
    );
  });
});

const ANNA: DatasetSpeaker = { ...nothing, id: testId(1, 1), name: "Anna", kind: "person", country: "KZ" };
const BODY: DatasetSpeaker = { ...nothing, id: testId(1, 2), name: "Council", kind: "organisation" };
const TWIN: DatasetSpeaker = { ...nothing, id: testId(1, 3), name: "Ben", kind: "person" };
const OTHER: DatasetSpeaker = { ...TWIN, id: testId(1, 4) };
const CURRENT = [outlet, unknown, ANNA, BODY, TWIN, OTHER];

/** What a plan says of refused rows: "line: message". */
const refusals = ({ lines }: { lines: readonly { effect: string; line: number | null; message: string }[] }) =>
  lines.filter(({ effect }) => effect === "stops").map(({ line, message }) => `${line}: ${message}`);

describe("a file that somebody wrote", () => {
  test("changes only what it has columns for, and says what", () => {
    const plan = into("name,role_title,country\nAnna,mayor,\nNew,x,y\n", CURRENT);
    expect(refusals(plan)).toEqual(["3: kind: every speaker needs one."]);
    const { lines, changed } = into("name;role_title;country\r\nAnna;mayor;\r\n;;\r\n", CURRENT);
    expect(changed).toMatchObject([{ after: { ...ANNA, roleTitle: "mayor", country: null } }]);
    expect(lines).toMatchObject([
      {
        effect: "changed",
        line: 2,
        message: "role_title: nothing → “mayor”; country: “KZ” → nothing. It was found by its name.",
      },
    ]);
  });

  test("names others by name, also those it adds, and a person by the kind's label", () => {
    const text =
      "name,kind,organisation,affiliations,wikidata\nCleo,Person,Bureau,..2021-01-31; Council; chair,Q7\nBureau,organisation,,,\n";
    const { added } = into(text, CURRENT);
    expect(added).toMatchObject([
      {
        ...{ name: "Cleo", kind: "person", organisationId: added[1]?.id, externalIds: { wikidata: "Q7" } },
        affiliations: [{ organisationId: BODY.id, roleTitle: "chair", validFrom: null, validTo: "2021-01-31" }],
      },
      { name: "Bureau", kind: "organisation" },
    ]);
  });

  test.each([
    [
      "two of a name",
      "name,kind\nBen,person\n",
      "2: 2 entries are called “Ben”: give the id of the one that is meant.",
    ],
    [
      "no name column",
      "person,kind\nBen,person\n",
      "1: There is no column called name: the first line has to name the columns, as in an exported file.",
    ],
    ["a column twice", "name,name\nA,B\n", "1: Two columns are called “name”: leave one out."],
    ["too few cells", 'name,kind\n"a\nb",person\nBen\n', "4: The row has 1 cells, the first line 2."],
    ["an unknown kind", "name,kind\nX,robot\n", "2: kind: “robot” is not in the codebook's list: choose one that is."],
    [
      "an unknown organisation",
      "name,kind,organisation\nX,person,Nowhere\n",
      "2: organisation: “Nowhere” is neither in the registry nor in the file.",
    ],
    [
      "an ambiguous organisation",
      "name,kind,organisation\nX,person,Ben\n",
      "2: organisation: 2 are called “Ben”: give organisation_id instead.",
    ],
    [
      "an id and a name that differ",
      `name,kind,organisation,organisation_id\nX,person,Anna,${BODY.id}\n`,
      "2: organisation says “Anna”, but organisation_id is that of “Council”: mend one of them, or leave one empty.",
    ],
    [
      "what is no id",
      "id,name\n42,X\n",
      "2: “42” is no id: leave the cell as it was exported, or empty for a new entry.",
    ],
    [
      "an entry twice",
      `id,name\n${ANNA.id},X\n${ANNA.id},Y\n`,
      "3: Line 2 is about the same entry: leave one of them out.",
    ],
    [
      "a wrong Wikidata id",
      "name,kind,wikidata\nX,person,42\n",
      "2: wikidata: A Wikidata id is Q and a number, such as Q42.",
    ],
    [
      "days the wrong way round",
      "name,kind,affiliations\nX,person,2021-01-02..2021-01-01; Council\n",
      "2: affiliations: The last day, 2021-01-01, is before the first, 2021-01-02.",
    ],
    [
      "a day that is none",
      "name,kind,affiliations\nX,person,2021-02-30..; Council\n",
      "2: affiliations: Invalid ISO date",
    ],
    [
      "a merge of what is there",
      `id,merged_into\n${ANNA.id},Council\n`,
      "1: There is no column called name: the first line has to name the columns, as in an exported file.",
    ],
    ["a merge", "name,merged_into\nCouncil,Anna\n", "2: kind: every speaker needs one."],
    [
      "nothing",
      `name,country\nAnna,KZ\n`,
      "null: Everything in it stands in the registry as it is: there is nothing to import.",
    ],
    [
      "an open quotation mark",
      'name,kind\n"X,person\n',
      "2: From here on the table is not whole: look at its quotation marks.",
    ],
  ])("is refused with the line and the reason: %s", (_name, text, said) => {
    expect(refusals(into(text, CURRENT))).toContain(said);
  });

  test("merges nothing that is there, proposes nothing again, and keeps the fixed ones", () => {
    const said = refusals(
      into(
        `id,name,state,merged_into\n${ANNA.id},Anna,proposed,\n${BODY.id},Council,,Anna\n${outlet.id},The article,retired,\n`,
        CURRENT,
      ),
    );
    expect(said).toEqual([
      "2: state: “Anna” is in use or was refused already and is not proposed again.",
      "3: merged_into: merge or split “Council” in the registry, where it asks for a reason.",
      "4: state: “The article” is always there and stays fixed.",
    ]);
  });
});

describe("a file of targets", () => {
  const T1: Target = {
    id: testId(2, 1),
    key: "T1",
    name: "Trams",
    description: null,
    proposed: false,
    mergedIntoId: null,
  };
  const T2: Target = { ...T1, id: testId(2, 2), key: "T2", name: "Buses", broaderId: T1.id };

  test("gives a target that comes from elsewhere another handle, and says so", () => {
    const plan = intoTargets(`id,key,name\n${testId(2, 9)},T1,Ferries\n`, [T1, T2]);
    expect(plan.added).toMatchObject([{ key: "T3", name: "Ferries" }]);
    expect(plan.lines.map(({ message }) => message)).toContain("T1 is another target here; “Ferries” becomes T3.");
  });

  test("can swap handles, and never puts a target under itself", () => {
    const swapped = intoTargets(`id,key,name\n${T1.id},T2,Trams\n${T2.id},T1,Buses\n`, [T1, T2]);
    expect(swapped.changed.map(({ after }) => after.key)).toEqual(["T2", "T1"]);
    expect(refusals(intoTargets("key,name,broader\nT1,Trams,Buses\n", [T1, T2]))).toEqual([
      "2: broader: it leads back to itself.",
    ]);
    expect(refusals(intoTargets(`id,key,name\n${T1.id},T2,Trams\n`, [T1, T2]))).toEqual([
      "2: key: T2 is the handle of another target: choose another.",
    ]);
  });
});
