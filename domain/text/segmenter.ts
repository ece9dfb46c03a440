type Granularity = "grapheme" | "word" | "sentence";

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The segmenter for a BCP 47 language. An unknown or malformed tag counts as English rather than as the language of the
 * machine, so that server and browser cut a text the same way.
 */
export function segmenterFor(granularity: Granularity, language?: string | null): Intl.Segmenter {
  const key = `${granularity} ${language ?? ""}`;
  let segmenter = segmenters.get(key);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(supportedLocale(language), { granularity });
    segmenters.set(key, segmenter);
  }
  return segmenter;
}

/** A text cut into words and what stands between them: joined again they are the text. */
export function splitWords(text: string): string[] {
  return Array.from(segmenterFor("word").segment(text), ({ segment }) => segment);
}

function supportedLocale(language: string | null | undefined): string {
  try {
    return Intl.Segmenter.supportedLocalesOf(language ?? "en")[0] ?? "en";
  } catch {
    // RangeError: not a language tag at all. Metadata is not worth refusing to show a text for.
    return "en";
  }
}
