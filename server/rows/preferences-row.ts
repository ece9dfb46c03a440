import { Preferences, type PreferencesSaved } from "@/domain/contract/preferences";
import { defaultPreferences } from "@/domain/preferences/default-preferences";

/** Preferences as they are answered; a setting that is younger than the row has its default. */
export function toPreferences(row: { content: unknown; revision: number } | null): PreferencesSaved {
  if (!row) return { revision: 0, preferences: defaultPreferences };
  const stored = row.content as Partial<Preferences>;
  const preferences = Preferences.parse({
    ...defaultPreferences,
    ...stored,
    reading: { ...defaultPreferences.reading, ...stored.reading },
  });
  return { revision: row.revision, preferences };
}
