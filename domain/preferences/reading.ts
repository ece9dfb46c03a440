/** Sizes of an article's text; everybody starts with `medium`. */
export const TEXT_SIZES = ["small", "medium", "large", "xlarge"] as const;

export const LINE_SPACINGS = ["compact", "normal", "wide"] as const;

/** Textures of stances in the text. `auto`: faint, strong where there is more contrast. */
export const PATTERNS = ["auto", "strong", "off"] as const;

/** `system`: more contrast where the system asks for it. */
export const CONTRASTS = ["system", "more"] as const;
