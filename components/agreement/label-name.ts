import type { AgreementView } from "@/domain/contract/agreement";

/** What a label of an attribute is called. */
export const labelName = ({ names }: Pick<AgreementView, "names">, attribute: string, label: string): string =>
  names[attribute]?.labels[label] ?? label;
