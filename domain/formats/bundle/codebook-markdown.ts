import type { Codebook, FieldValue } from "@/domain/codebook/codebook";
import type { Dataset } from "../dataset";

/** All versions of the codebook for people, newest first. */
export function codebookMarkdown({ codebooks, registry }: Dataset): string {
  const versions = codebooks.toReversed().map(({ version, content }) => versionOf(version, content));
  const targets = registry.targets.filter(({ mergedIntoId }) => mergedIntoId === null);
  return [
    ...versions,
    "# Targets",
    "",
    ...targets.map(
      ({ key, name, description }) => `- \`${key}\` ${escaped(name)}${description ? `: ${escaped(description)}` : ""}`,
    ),
    "",
  ].join("\n");
}

function versionOf(version: number, { name, guidelines, roles, fields, stance }: Codebook): string {
  const role = ({ key, label, definition, min, max, enabled }: Codebook["roles"][number]) =>
    `- \`${key}\` **${escaped(label)}** (${min} to ${max ?? "any number"}${enabled ? "" : ", off"}): ${escaped(definition)}`;
  return [
    `# ${escaped(name)}, version ${version}`,
    "",
    // The guidelines are Markdown themselves.
    guidelines,
    "",
    "## Span roles",
    "",
    ...roles.map(role),
    "",
    `## ${escaped(stance.label)} (${stance.measure})`,
    "",
    escaped(stance.definition),
    "",
    ...stance.values.map(valueLine),
    "",
    "Basis:",
    "",
    ...stance.bases.map(valueLine),
    "",
    ...fields.flatMap((field) => [
      `## ${escaped(field.label)} (\`${field.key}\`, ${field.type}, ${field.measure}${field.required ? ", required" : ""}${field.enabled ? "" : ", off"})`,
      "",
      escaped(field.definition),
      "",
      ...field.values.map(valueLine),
      "",
    ]),
  ].join("\n");
}

function valueLine({ key, label, definition, example, score }: FieldValue): string {
  const told = score === undefined || score === null ? "" : ` (${score})`;
  return `- \`${key}\` **${escaped(label)}**${told}: ${escaped(definition)}${example ? ` *${escaped(example)}*` : ""}`;
}

/** Other people's words: none of them may become markup. */
export function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>|#~]/g, (sign) => (sign === "<" ? "&lt;" : `\\${sign}`));
}
