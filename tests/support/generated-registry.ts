import type { DatasetSpeaker } from "@/domain/formats/dataset";
import type { FlatDataset } from "./flat-dataset";
import type { HostileWords } from "./hostile-words";

/** With the outlet, the unknown speaker and a body that others belong to. */
export function generateSpeakers(words: HostileWords): DatasetSpeaker[] {
  const { random } = words;
  const nothing = { aliases: [], roleTitle: null, organisationId: null, sector: null, function: null, country: null };
  const plain = { ...nothing, notes: null, externalIds: {}, affiliations: [], fixed: false, mergedIntoId: null };
  const outlet: DatasetSpeaker = { ...plain, id: words.id(), name: words.line(), kind: "outlet", fixed: true };
  const unknown: DatasetSpeaker = { ...plain, id: words.id(), name: "?", kind: "unknown", fixed: true };
  const body: DatasetSpeaker = { ...plain, id: words.id(), name: words.line(), kind: "organisation" };
  const others = Array.from(
    { length: random.below(5) },
    (): DatasetSpeaker => ({
      ...plain,
      ...{ id: words.id(), name: words.line(), kind: "person", notes: random.chance(0.3) ? words.text() : null },
      aliases: [...new Set(Array.from({ length: random.below(3) }, () => words.line()))].sort(),
      roleTitle: random.chance(0.3) ? words.line() : null,
      externalIds: random.chance(0.3) ? { viaf: "12", wikidata: "Q42" } : {},
      ...(random.chance(0.2) && { proposed: true }),
      ...(random.chance(0.2) && { retired: true }),
      organisationId: random.chance(0.3) ? body.id : null,
      mergedIntoId: random.chance(0.2) ? body.id : null,
      affiliations: random.chance(0.4)
        ? [{ organisationId: body.id, roleTitle: words.line(), validFrom: null, validTo: "2021-01-31" }]
        : [],
    }),
  );
  return [outlet, unknown, body, ...others];
}

/** Some of them may be merged. */
export function generateTargets(words: HostileWords): FlatDataset["registry"]["targets"] {
  const targets = Array.from({ length: 1 + words.random.below(4) }, (_, at) => ({
    ...{
      id: words.id(),
      key: `T${at + 1}`,
      name: words.line(),
      description: words.random.chance(0.4) ? words.text() : null,
    },
    ...{ proposed: words.random.chance(0.3), mergedIntoId: null as string | null },
    ...(words.random.chance(0.2) && { retired: true }),
    ...(words.random.chance(0.3) && { aliases: [words.line()] }),
  }));
  const [first, second] = targets;
  if (first && second && words.random.chance(0.5)) Object.assign(second, { broaderId: first.id });
  if (first && second && words.random.chance(0.3)) second.mergedIntoId = first.id;
  return targets;
}

/** The first two people, and the first two targets, are not the same. */
export function generateDistinctions({ speakers, targets }: FlatDataset["registry"]) {
  const people = speakers.filter(({ kind }) => kind === "person");
  return [people, targets]
    .flatMap((list) => {
      const [firstId, secondId] = list
        .slice(0, 2)
        .map(({ id }) => id)
        .sort();
      return firstId && secondId ? [{ firstId, secondId }] : [];
    })
    .sort((a, b) => (a.firstId < b.firstId ? -1 : 1));
}
