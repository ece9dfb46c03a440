import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { emptyContent } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { GoldMember } from "./compose-gold";
import { listBases, traceParts } from "./gold-bases";
import { readPart } from "./gold-parts";
import { listDisagreements } from "./list-disagreements";
import { propose, type Strategy } from "./propose";

const SPEAKERS = [1, 2, 3].map((n) => `0198c000-0000-7000-8000-00000000000${n}`);

function content(speaker: number, sourcing: string, end = 9): StatementContent {
  const speakerId = SPEAKERS[speaker] ?? null;
  const base = emptyContent({ role: "content", start: 0, end, quote: "x".repeat(end) });
  return { ...base, speakerId, chain: speakerId ? [speakerId] : [], fields: { sourcing } };
}

const ask = (readings: readonly (StatementContent | null)[], strategy: Strategy, takenFrom: string | null = null) => {
  const found = readings.map((statement, index) => ({ assignmentId: `r${index}`, statement }));
  return propose(
    {
      found: found.map(({ assignmentId, statement }, index) => ({
        assignmentId,
        statement: statement && { id: `s${index}`, content: statement },
      })),
      disagreements: listDisagreements(found, defaultCodebook),
      strategy,
      takenFrom,
    },
    defaultCodebook,
  );
};

const A = content(0, "named_person");
const B = content(1, "named_person");
const C = content(0, "anonymous");

describe("a strategy", () => {
  test("unanimous takes what no reading has otherwise, and nothing else", () => {
    expect(ask([A, A, A], "unanimous")).toMatchObject({ decision: "accepted" });
    expect(ask([A, A, null], "unanimous")).toBeNull();
    expect(ask([A, A, B], "unanimous")).toBeNull();
    expect(ask([A], "unanimous")).toBeNull();
  });

  test("majority takes each part from most, which may be no one reading", () => {
    const proposal = ask([A, B, C], "majority");
    // Two say the first speaker, two a named person: A has both.
    expect(proposal).toMatchObject({ decision: "accepted", gold: { content: { speakerId: SPEAKERS[0] } } });
    const mixed = ask([content(0, "anonymous"), content(1, "named_person"), content(0, "named_person", 5)], "majority");
    expect(mixed?.gold?.content).toMatchObject({ speakerId: SPEAKERS[0], fields: { sourcing: "named_person" } });
    expect(mixed?.gold?.content.spans).toMatchObject([{ end: 9 }]);
    expect(mixed?.decision).toBe("mixed");
  });

  test("majority leaves ties open, in a part and in whether there is anything", () => {
    expect(ask([A, B], "majority")).toBeNull();
    expect(ask([A, null], "majority")).toBeNull();
    expect(ask([A, A, null, null], "majority")).toBeNull();
    expect(ask([content(0, "x"), content(1, "x"), content(2, "x")], "majority")).toBeNull();
    expect(ask([A, null, null], "majority")).toEqual({ decision: "no_statement", gold: null });
  });

  test("one annotator is taken as they have it, and not where they read nothing", () => {
    expect(ask([A, B, null], "annotator", "r1")).toMatchObject({ gold: { content: { speakerId: SPEAKERS[1] } } });
    expect(ask([A, B, null], "annotator", "r2")).toEqual({ decision: "no_statement", gold: null });
    expect(ask([A, B], "annotator", "r9")).toBeNull();
  });
});

const readings = fc.array(
  fc.option(
    fc.record({
      speaker: fc.nat(2),
      sourcing: fc.constantFrom("named_person", "anonymous"),
      end: fc.constantFrom(5, 9),
    }),
  ),
  { minLength: 1, maxLength: 6 },
);

test("a majority proposal is what more readings say than anything else, in whatever order they come", () => {
  fc.assert(
    fc.property(readings, (given) => {
      const contents = given.map((one) => one && content(one.speaker, one.sourcing, one.end));
      const proposal = ask(contents, "majority");
      const reversed = ask([...contents].reverse(), "majority");
      expect(reversed?.decision === "no_statement").toBe(proposal?.decision === "no_statement");
      const gold = proposal?.gold?.content;
      if (!gold) return;
      const members = contents.filter((one) => one !== null);
      for (const part of ["content", "speaker", "sourcing"]) {
        const counts = new Map<string, number>();
        for (const member of members) {
          const answer = readPart(member, part, defaultCodebook);
          counts.set(answer, (counts.get(answer) ?? 0) + 1);
        }
        const chosen = counts.get(readPart(gold, part, defaultCodebook)) ?? 0;
        expect([...counts.values()].filter((count) => count >= chosen)).toHaveLength(1);
        expect(readPart(reversed?.gold?.content ?? gold, part, defaultCodebook)).toBe(
          readPart(gold, part, defaultCodebook),
        );
      }
    }),
  );
});

test("each part of gold says whether all readings have it, most, one that was ruled for, or nobody", () => {
  const members: GoldMember[] = [A, B, C].map((one, index) => ({ id: `s${index}`, content: one }));
  const origin = { content: { ...A, note: "By hand" }, members, readings: 3 };
  const ruled = listBases({ ...origin, by: null }, defaultCodebook);
  expect(ruled).toMatchObject({
    content: "unanimous",
    speaker: "adjudicated",
    sourcing: "adjudicated",
    note: "edited",
  });
  expect(listBases({ ...origin, by: "majority" }, defaultCodebook)).toMatchObject({ speaker: "majority" });
  const single = { ...origin, members: members.slice(0, 1), by: "majority" as const };
  expect(listBases(single, defaultCodebook)).toMatchObject({ speaker: "adjudicated" });
  const modelled = listBases({ ...origin, by: "model", modelled: ["sourcing"] }, defaultCodebook);
  expect(modelled).toMatchObject({ content: "unanimous", sourcing: "model", speaker: "majority", note: "edited" });
  expect(listBases({ ...origin, by: "annotator" }, defaultCodebook)).toMatchObject({ speaker: "adjudicated" });
  // Whom a part is from is told as it is, not as it is claimed to be.
  expect(traceParts(origin, { speaker: "s1", content: "s1", all: "s9" }, defaultCodebook)).toMatchObject({
    content: "s1",
    speaker: "s0",
    note: "edited",
  });
  // All who found it have it so, but not all found it.
  expect(listBases({ ...origin, readings: 4, by: null }, defaultCodebook)).toMatchObject({ content: "adjudicated" });
});
