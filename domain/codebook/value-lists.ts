import type { Codebook, FieldValue } from "./codebook";

/** A list of values of a codebook, by the path that names it: `fields.sourcing`, `stance.values`, `speaker.kinds`. */
export interface ValueList {
  path: string;
  /** What people call it. */
  label: string;
  values: readonly FieldValue[];
}

/** What statements choose from: the values of the fields, of the stance scale and of its bases. */
export function codedLists({ fields, stance }: Codebook): ValueList[] {
  return [
    ...fields.map(({ key, label, values }) => ({ path: `fields.${key}`, label, values })),
    { path: "stance.values", label: stance.label, values: stance.values },
    { path: "stance.bases", label: `${stance.label}: basis`, values: stance.bases },
  ];
}

/** All lists: those of statements, then what speakers are described with. */
export function allLists(codebook: Codebook): ValueList[] {
  const { kinds, sectors, functions } = codebook.speaker;
  return [
    ...codedLists(codebook),
    { path: "speaker.kinds", label: "Speaker: kind", values: kinds },
    { path: "speaker.sectors", label: "Speaker: sector", values: sectors },
    { path: "speaker.functions", label: "Speaker: function", values: functions },
  ];
}
