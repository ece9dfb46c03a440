import * as z from "zod";
import type { Codebook } from "@/domain/codebook/codebook";
import type { StatementContent } from "@/domain/statement/statement";
import type { GoldMember } from "./compose-gold";
import { listParts, readPart } from "./gold-parts";

/**
 * On what a part of a gold statement rests: every reading has it so; most have and a rule took it from them; a reviewer
 * took it from one of them; it is nobody's.
 */
export const Basis = z.enum(["unanimous", "majority", "adjudicated", "edited"]);
export type Basis = z.infer<typeof Basis>;

interface GoldOrigin {
  content: StatementContent;
  /** The members that it was made from. */
  members: readonly GoldMember[];
  /** Readings that found the passage or not. */
  readings: number;
  /** What was taken without a person looking at each cluster; null: somebody ruled on it. */
  by: "unanimous" | "majority" | "annotator" | "model" | null;
}

/** Every part of a gold statement -> its basis, from the contents themselves. */
export function listBases({ content, members, readings, by }: GoldOrigin, codebook: Codebook): Record<string, Basis> {
  return Object.fromEntries(
    listParts(codebook).map((part): [string, Basis] => {
      const wanted = readPart(content, part, codebook);
      const same = members.filter((member) => readPart(member.content, part, codebook) === wanted).length;
      if (same === 0) return [part, "edited"];
      if (members.length > 1 && same === members.length && same === readings) return [part, "unanimous"];
      return [part, by === "majority" ? "majority" : "adjudicated"];
    }),
  );
}
