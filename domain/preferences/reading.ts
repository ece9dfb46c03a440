/** Sizes of an article's text; everybody starts with `medium`. */
export const TEXT_SIZES = ["small", "medium", "large", "xlarge"] as const;

export const LINE_SPACINGS = ["compact", "normal", "wide"] as const;

/** `system`: more contrast where the system asks for it. */
export const CONTRASTS = ["system", "more"] as const;
