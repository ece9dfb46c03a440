import type { DatasetAssignment, DatasetChoices } from "./dataset";

/** The kinds of assignments that are in a dataset. */
export function inLayers({ layers }: Pick<DatasetChoices, "layers">): DatasetAssignment["kind"][] {
  if (layers === "all") return ["annotation", "adjudication", "suggestion"];
  return layers === "both" ? ["annotation", "adjudication"] : [layers];
}
