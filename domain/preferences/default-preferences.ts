import type { Preferences } from "@/domain/contract/preferences";

/** What holds for somebody who has set nothing. */
export const defaultPreferences: Preferences = {
  keys: {},
  singleKeys: true,
  reading: { textSize: "medium", lineSpacing: "normal", contrast: "system", patterns: "auto" },
};
