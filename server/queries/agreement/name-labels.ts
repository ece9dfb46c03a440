import { NO_STANCE } from "@/domain/agreement/describe-attributes";
import type { CodebookVersion, Field } from "@/domain/codebook/codebook";
import { database } from "@/server/database/client";

/** What attributes and their labels are called, as people read them. What nobody named keeps its key. */
export interface AgreementNames {
  attribute: (key: string) => string;
  label: (attribute: string, label: string) => string;
}

const FIXED: Record<string, string> = { stance: "Stance", target: "Target of stance", speaker: "Speaker" };

/** Reads the names of a project's speakers and targets; those of fields and values are in its codebooks, newest last. */
export async function readNames(projectId: string, codebooks: readonly CodebookVersion[]): Promise<AgreementNames> {
  const db = database();
  const [speakers, targets] = await Promise.all([
    db.speaker.findMany({ where: { projectId }, select: { id: true, name: true } }),
    db.target.findMany({ where: { projectId }, select: { id: true, key: true, name: true } }),
  ]);
  const attributes = new Map(Object.entries(FIXED));
  const labels = new Map([
    ["speaker", new Map(speakers.map(({ id, name }) => [id, name]))],
    ["target", new Map(targets.map(({ id, key, name }) => [id, `${key} ${name}`]))],
  ]);
  const learn = (attribute: string, values: readonly { key: string; label: string }[]) => {
    const known = labels.get(attribute) ?? new Map<string, string>();
    for (const { key, label } of values) known.set(key, label);
    labels.set(attribute, known);
  };
  for (const { content } of codebooks) {
    learn("stance", content.stance.values);
    for (const field of content.fields) {
      const key = Object.hasOwn(FIXED, field.key) ? `field.${field.key}` : field.key;
      attributes.set(key, field.label);
      learn(key, valuesOf(field));
    }
  }
  return {
    attribute: (key) => attributes.get(key) ?? key,
    label: (attribute, label) => {
      if (label === NO_STANCE && (attribute === "stance" || attribute === "target")) return "No stance";
      const known = labels.get(attribute);
      // Several values of one field are one label.
      return (
        known?.get(label) ??
        label
          .split(",")
          .map((one) => known?.get(one) ?? one)
          .join(", ")
      );
    },
  };
}

const FLAG = [
  { key: "true", label: "Yes" },
  { key: "false", label: "No" },
];

const valuesOf = (field: Field): readonly { key: string; label: string }[] =>
  field.type === "flag" ? FLAG : field.values;
