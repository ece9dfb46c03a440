/** Which marks may close a quotation that a mark opens, across the scripts whose newspapers use them. */
export const CLOSERS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "”": "”“", // Swedish ”…”, Arabic and Hebrew typed in either order
  "«": "»",
  "»": "«»", // Danish »…«, Finnish »…»
  "‹": "›",
  "›": "‹›",
  "‘": "’",
  "‚": "‘’",
  '"': '"',
  "'": "'",
  "״": "״",
  "＂": "＂",
  "「": "」",
  "『": "』",
  "﹁": "﹂",
  "﹃": "﹄",
  "〝": "〞〟",
};

/** Marks that open only where white space, a bracket or the start comes before them and none after. */
export const OPENS_BY_SPACING = new Set(["”", "»", "›", "‘", '"', "'", "״", "＂"]);

/** Marks that are also an apostrophe, so that they close only at the end of a word. */
export const APOSTROPHES = new Set(["’", "'"]);

/** Says that a clause ends here when it stands before the closing mark. */
export const CLAUSE_END = /^[.,!?…。，！？、،؟—–-]$/u;
