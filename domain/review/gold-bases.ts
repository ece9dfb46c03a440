import * as z from "zod";
import type { Codebook } from "@/domain/codebook/codebook";
import type { Provenance } from "@/domain/contract/review";
import type { StatementContent } from "@/domain/statement/statement";
import type { GoldMember } from "./compose-gold";
import { listParts, readPart } from "./gold-parts";
import type { Strategy } from "./propose";

/**
 * On what a part of a gold statement rests: every reading has it so; most of those who found it have, and that decided; a
 * model of the annotators decided; it was taken from one of them, by a person or for want of anything to decide; it is
 * nobody's.
 */
export const Basis = z.enum(["unanimous", "majority", "model", "adjudicated", "edited"]);
export type Basis = z.infer<typeof Basis>;

interface GoldOrigin {
  content: StatementContent;
  /** The members that it was made from. */
  members: readonly GoldMember[];
  /** Readings that found the passage or not. */
  readings: number;
  /** By what it was settled; null: somebody chose its parts. */
  by: Strategy | null;
  /** For `model`: the parts that the model decided. */
  modelled?: readonly string[];
}

/** Every part of a gold statement -> its basis, from the contents themselves. */
export function listBases(origin: GoldOrigin, codebook: Codebook): Record<string, Basis> {
  const { content, members, readings, by, modelled = [] } = origin;
  return Object.fromEntries(
    listParts(codebook).map((part): [string, Basis] => {
      const counts = new Map<string, number>();
      for (const member of members) {
        const answer = readPart(member.content, part, codebook);
        counts.set(answer, (counts.get(answer) ?? 0) + 1);
      }
      const wanted = readPart(content, part, codebook);
      const same = counts.get(wanted) ?? 0;
      if (same === 0) return [part, "edited"];
      if (members.length > 1 && same === members.length && same === readings) return [part, "unanimous"];
      if (by === "model" && modelled.includes(part)) return [part, "model"];
      const isMost = [...counts].every(([answer, count]) => answer === wanted || count < same);
      // One annotator's readings are taken whatever the others have.
      const decided = by !== null && by !== "annotator" && members.length > 1 && isMost;
      return [part, decided ? "majority" : "adjudicated"];
    }),
  );
}

/**
 * Every part of a gold statement -> a member that has it so, or "edited": the one that is named for the part, or for "all",
 * where that is true, else the first of those that have it.
 */
export function traceParts(
  { content, members }: Pick<GoldOrigin, "content" | "members">,
  named: Provenance,
  codebook: Codebook,
): Provenance {
  return Object.fromEntries(
    listParts(codebook).map((part) => {
      const wanted = readPart(content, part, codebook);
      const same = members.filter((member) => readPart(member.content, part, codebook) === wanted);
      const own = same.find(({ id }) => id === named[part]) ?? same.find(({ id }) => id === named.all) ?? same[0];
      return [part, own?.id ?? "edited"];
    }),
  );
}
