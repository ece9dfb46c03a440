import type { Codebook } from "@/domain/codebook/codebook";
import type { Dataset } from "./dataset";
import { xmlText } from "./xml";

type Field = Codebook["fields"][number];

/** The labelling configuration that a dataset's tasks need: every name that a result comes from. */
export function labellingConfiguration({ codebooks, registry }: Dataset): string {
  const newest = codebooks.toReversed().map(({ content }) => content);
  const roles = distinct(newest.flatMap(({ roles }) => roles.map(({ key }) => key)));
  const fields = new Map<string, Field>();
  for (const { fields: held } of codebooks.map(({ content }) => content))
    for (const one of held) fields.set(one.key, one);
  const values = distinct(newest.flatMap(({ stance }) => stance.values.map(({ key }) => key)));
  return [
    "<View>",
    '  <Header value="$title"/>',
    '  <Labels name="role" toName="text">',
    ...roles.map((role) => `    <Label value="${xmlText(role)}"/>`),
    "  </Labels>",
    '  <Text name="text" value="$text" granularity="symbol"/>',
    textArea("speaker", "Speaker"),
    ...registry.targets.flatMap(({ key, name }) => choices(`stance_${key}`, `Stance: ${name}`, values)),
    ...[...fields.values()].flatMap(control),
    textArea("note", "Note"),
    "  <Relations>",
    ...["fragment", ...roles.filter((role) => role !== "content")].map(
      (role) => `    <Relation value="${xmlText(role)}"/>`,
    ),
    "  </Relations>",
    "</View>",
    "",
  ].join("\n");
}

function control({ key, label, type, values }: Field): string[] {
  if (type === "text") return [textArea(key, label)];
  if (type === "number") return [`  <Number name="${xmlText(key)}" toName="text" ${PER_REGION}/>`];
  if (type === "flag") return choices(key, label, ["yes", "no"]);
  return choices(
    key,
    label,
    values.map((value) => value.key),
    type === "multiple",
  );
}

const PER_REGION = 'perRegion="true" whenTagName="role" whenLabelValue="content"';

function choices(name: string, label: string, values: readonly string[], several = false): string[] {
  return [
    `  <Header value="${xmlText(label)}" size="6"/>`,
    `  <Choices name="${xmlText(name)}" toName="text" choice="${several ? "multiple" : "single"}" ${PER_REGION}>`,
    ...values.map((value) => `    <Choice value="${xmlText(value)}"/>`),
    "  </Choices>",
  ];
}

const textArea = (name: string, label: string) =>
  `  <TextArea name="${xmlText(name)}" toName="text" placeholder="${xmlText(label)}" ${PER_REGION}/>`;

const distinct = (keys: readonly string[]) => [...new Set(keys)];
