import type { Target } from "@/domain/contract/registry";
import type { DatasetSpeaker } from "../dataset";
import { keysSorted } from "../keys-sorted";
import { columnKinds } from "./column-kinds";
import { ofRegistry } from "./table-plan";

const speaker = columnKinds<DatasetSpeaker>();

export const speakersTable = ofRegistry(
  {
    name: "speakers",
    description: "The speakers of the project's registry, merged ones included",
    primaryKey: ["id"],
    references: [
      { columns: ["organisation_id"], table: "speakers" },
      { columns: ["merged_into_id"], table: "speakers" },
    ],
    columns: [
      speaker.someText("id", "Id of the speaker", ({ id }) => id),
      speaker.someText("name", "Name", ({ name }) => name),
      speaker.someText("kind", "person, organisation, … as in the codebook", ({ kind }) => kind),
      speaker.text("role_title", "Role or title", ({ roleTitle }) => roleTitle),
      speaker.text("organisation_id", "Id of the organisation", ({ organisationId }) => organisationId),
      speaker.text("sector", "Sector, as in the codebook", ({ sector }) => sector),
      speaker.text("function", "Function, as in the codebook", (one) => one.function),
      speaker.text("country", "Country", ({ country }) => country),
      speaker.text("notes", "Notes", ({ notes }) => notes),
      speaker.text("external_ids", "Ids elsewhere, as a JSON object: scheme and id", ({ externalIds }) =>
        Object.keys(externalIds).length === 0 ? null : JSON.stringify(keysSorted(externalIds)),
      ),
      speaker.someFlag("fixed", "The outlet or the unknown speaker", ({ fixed }) => fixed),
      speaker.someFlag("proposed", "Added by an annotator and not yet accepted", ({ proposed }) => proposed ?? false),
      speaker.someFlag("retired", "Offered to nobody any more", ({ retired }) => retired ?? false),
      speaker.text("merged_into_id", "Id of the speaker it is the same as", ({ mergedIntoId }) => mergedIntoId),
    ],
  },
  ({ speakers }) => speakers,
);

const alias = columnKinds<{ speakerId: string; name: string }>();

export const aliasesTable = ofRegistry(
  {
    name: "speaker_aliases",
    description: "Other names of speakers",
    primaryKey: ["speaker_id", "name"],
    references: [{ columns: ["speaker_id"], table: "speakers" }],
    columns: [
      alias.someText("speaker_id", "Id of the speaker", ({ speakerId }) => speakerId),
      alias.someText("name", "The other name", ({ name }) => name),
    ],
  },
  ({ speakers }) => speakers.flatMap(({ id, aliases }) => aliases.map((name) => ({ speakerId: id, name }))),
);

const affiliation = columnKinds<{ speakerId: string; held: DatasetSpeaker["affiliations"][number] }>();

export const affiliationsTable = ofRegistry(
  {
    name: "affiliations",
    description: "Which bodies speakers belonged to, and when",
    primaryKey: [],
    references: [
      { columns: ["speaker_id"], table: "speakers" },
      { columns: ["organisation_id"], table: "speakers" },
    ],
    columns: [
      affiliation.someText("speaker_id", "Id of the speaker", ({ speakerId }) => speakerId),
      affiliation.someText("organisation_id", "Id of the body", ({ held }) => held.organisationId),
      affiliation.text("role_title", "Role or title there", ({ held }) => held.roleTitle),
      affiliation.date("valid_from", "First day, inclusive", ({ held }) => held.validFrom),
      affiliation.date("valid_to", "Last day, inclusive", ({ held }) => held.validTo),
    ],
  },
  ({ speakers }) => speakers.flatMap(({ id, affiliations }) => affiliations.map((held) => ({ speakerId: id, held }))),
);

const target = columnKinds<Target>();

export const targetsTable = ofRegistry(
  {
    name: "targets",
    description: "What statements take a stance on, merged ones included",
    primaryKey: ["id"],
    references: [
      { columns: ["broader_id"], table: "targets" },
      { columns: ["merged_into_id"], table: "targets" },
    ],
    columns: [
      target.someText("id", "Id of the target", ({ id }) => id),
      target.someText("key", "Short handle", ({ key }) => key),
      target.someText("name", "Wording", ({ name }) => name),
      target.text("description", "Description", ({ description }) => description),
      target.text("broader_id", "Id of the target it stands under", ({ broaderId }) => broaderId ?? null),
      target.someFlag("proposed", "Proposed by an annotator and not yet accepted", ({ proposed }) => proposed),
      target.someFlag("retired", "Offered to nobody any more", ({ retired }) => retired ?? false),
      target.text("merged_into_id", "Id of the target it is the same as", ({ mergedIntoId }) => mergedIntoId),
    ],
  },
  ({ targets }) => targets,
);

const wording = columnKinds<{ targetId: string; name: string }>();

export const targetAliasesTable = ofRegistry(
  {
    name: "target_aliases",
    description: "Other wordings of targets",
    primaryKey: ["target_id", "name"],
    references: [{ columns: ["target_id"], table: "targets" }],
    columns: [
      wording.someText("target_id", "Id of the target", ({ targetId }) => targetId),
      wording.someText("name", "The other wording", ({ name }) => name),
    ],
  },
  ({ targets }) => targets.flatMap(({ id, aliases = [] }) => aliases.map((name) => ({ targetId: id, name }))),
);
