/** Something about a codebook that its author should know. */
export interface CodebookProblem {
  /** `error`: it cannot be published so. `warning`: it can, and is probably not meant. */
  severity: "error" | "warning";
  /** Where, by place: `roles.0.key`, `fields.2.values.1.label`, `stance.values`. */
  path: string;
  /** What is wrong and what to do, one sentence. */
  message: string;
}

export const error = (path: string, message: string): CodebookProblem => ({ severity: "error", path, message });
export const warning = (path: string, message: string): CodebookProblem => ({ severity: "warning", path, message });
