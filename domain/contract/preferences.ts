import * as z from "zod";
import { CONTRASTS, LINE_SPACINGS, PATTERNS, TEXT_SIZES } from "@/domain/preferences/reading";

/** How articles are set for reading. */
export const Reading = z.object({
  textSize: z.enum(TEXT_SIZES),
  lineSpacing: z.enum(LINE_SPACINGS),
  contrast: z.enum(CONTRASTS),
  patterns: z.enum(PATTERNS),
});
export type Reading = z.infer<typeof Reading>;

/** A key with what is held down meanwhile: "j", "Shift+j", "Mod+Enter" (Ctrl or ⌘), "Alt+ArrowDown". */
export const Chord = z
  .string()
  .max(40)
  .regex(
    /^(Mod\+)?(Alt\+)?(Shift\+)?(\P{C}|[A-Z][A-Za-z0-9]+)$/u,
    "a key as KeyboardEvent.key names it, after Mod+, Alt+ and Shift+",
  );
const CommandId = z
  .string()
  .max(120)
  .regex(/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)+$/, "the id of a command, for example statement.make");

/** What somebody has set for themselves, wherever they sign in. */
export const Preferences = z.object({
  /** Own keys by command; a command that is not named has the keys everybody has, an empty list none. */
  keys: z
    .record(CommandId, z.array(Chord).max(8))
    .refine((keys) => Object.keys(keys).length <= 500, "at most 500 commands"),
  /** Whether a character without Ctrl, ⌘ or Alt runs a command. */
  singleKeys: z.boolean(),
  reading: Reading,
});
export type Preferences = z.infer<typeof Preferences>;

/**
 * GET and PUT /account/preferences. Revision 0: nothing was ever set. A PUT replaces what has the revision it names; the
 * same one sent again is stale, and not done twice.
 */
export const PreferencesSaved = z.object({ revision: z.int().min(0), preferences: Preferences });
export type PreferencesSaved = z.infer<typeof PreferencesSaved>;
