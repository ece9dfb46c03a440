import * as z from "zod";
import { withoutAllCases } from "./add-case";
import type { Codebook } from "./codebook";
import { DraftCodebook } from "./draft-codebook";

const FORMAT = "sayso-codebook";

const File = z.object({ format: z.literal(FORMAT), formatVersion: z.literal(1), codebook: z.unknown() });

/** A codebook as a file to pass on: without passages of the project's articles, which are its own. */
export function writeCodebookFile(codebook: Codebook): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: 1, codebook: withoutAllCases(codebook) }, null, 2)}\n`;
}

/** The codebook of a file, which may be unfinished; or why it is none, in one sentence. A bare codebook is read too. */
export function readCodebookFile(text: string): { codebook: DraftCodebook } | { problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return { problem: "It is not JSON." };
  }
  const file = File.safeParse(value);
  const parsed = DraftCodebook.safeParse(file.success ? file.data.codebook : value);
  if (parsed.success) return { codebook: parsed.data };
  const [first] = parsed.error.issues;
  const where = first?.path.join(".") || "its beginning";
  return { problem: `At ${where}: ${first?.message ?? "it has another shape"}.` };
}
