import { v7 as uuid } from "uuid";
import { listCaseRulings, withoutCases } from "@/domain/codebook/add-case";
import type { ProjectCopyInput, ProjectNamed } from "@/domain/contract/projects";
import { Prisma, type Project } from "@/prisma/generated/sqlite/client";
import { openProject } from "@/server/access";
import type { Actor } from "@/server/auth/actor";
import type { Tx } from "@/server/database/client";
import { currentCodebook } from "@/server/rows/codebook-of";
import { trainingSettingsOf } from "@/server/rows/training-settings-of";
import { writeProject } from "./create-project";
import { performOnce } from "./perform-once";
import { writeNextVersion } from "./publish-codebook";

/** So many articles are held in memory at a time. */
const BATCH = 100;

/**
 * Makes a new project of another's codebook, registry and settings, if wanted with its articles and its members, and the
 * caller as a manager. Nobody's work, invitation or pseudonym comes along. Errors: 404, 403 for who does not manage the project
 * or is no server admin, 409 id_taken or no_codebook.
 */
export function copyProject(actor: Actor, sourceId: string, input: ProjectCopyInput): Promise<ProjectNamed> {
  const { operationId, id, name, withArticles, withMembers } = input;
  const operation = { actor, operationId, action: "project.created", subjectType: "project", subjectId: id } as const;
  return performOnce(operation, async (tx) => {
    const { project: source } = await openProject(tx, actor, sourceId, "project.copy");
    const project = await writeProject(tx, actor, {
      ...{ id, name, suggestions: source.suggestions },
      reviewSettings: source.reviewSettings ?? Prisma.DbNull,
      agreementTarget: source.agreementTarget ?? Prisma.DbNull,
      claimSettings: source.claimSettings ?? Prisma.DbNull,
      requiresTwoFactor: source.requiresTwoFactor,
    });
    const { content } = await currentCodebook(tx, sourceId);
    // Examples that come from rulings tell what gold says of an article: whoever is to read it anew must not see them.
    const shown = withArticles ? withoutCases(content, new Set(listCaseRulings(content))) : content;
    await writeNextVersion(tx, id, { id: uuid(), message: `As in ${source.name}`, content: shown });
    await copySpeakers(tx, sourceId, id);
    await copyTargets(tx, sourceId, id);
    const articles = withArticles ? await copyArticles(tx, sourceId, id) : new Map<string, string>();
    await copyTraining(tx, source, id, articles);
    if (withMembers) await copyMembers(tx, actor, sourceId, id);
    return { project, before: { copyOf: sourceId, withArticles, withMembers }, answer: { id, name } };
  });
}

async function copySpeakers(tx: Tx, sourceId: string, projectId: string): Promise<void> {
  const speakers = await tx.speaker.findMany({
    where: { projectId: sourceId },
    include: { aliases: true, affiliations: true },
  });
  const newId = new Map(speakers.map(({ id }) => [id, uuid()]));
  const idOf = (id: string | null) => (id === null ? null : (newId.get(id) ?? null));
  // Pointers among them come second: what they point at has to be there.
  await tx.speaker.createMany({
    data: speakers.map(({ aliases: _, affiliations: __, id, organisationId: ___, mergedIntoId: ____, ...speaker }) => ({
      ...speaker,
      externalIds: speaker.externalIds ?? Prisma.DbNull,
      id: newId.get(id) as string,
      projectId,
    })),
  });
  for (const { id, organisationId, mergedIntoId } of speakers) {
    if (organisationId === null && mergedIntoId === null) continue;
    const data = { organisationId: idOf(organisationId), mergedIntoId: idOf(mergedIntoId) };
    await tx.speaker.update({ where: { id: newId.get(id) as string }, data });
  }
  await tx.speakerAlias.createMany({
    data: speakers.flatMap(({ id, aliases }) =>
      aliases.map(({ name }) => ({ id: uuid(), speakerId: newId.get(id) as string, name })),
    ),
  });
  await tx.affiliation.createMany({
    data: speakers.flatMap(({ id, affiliations }) =>
      affiliations.map((affiliation) => ({
        ...affiliation,
        id: uuid(),
        speakerId: newId.get(id) as string,
        organisationId: newId.get(affiliation.organisationId) as string,
      })),
    ),
  });
  await tx.speakerDistinction.createMany({
    data: copiedPairs(await tx.speakerDistinction.findMany({ where: { projectId: sourceId } }), newId, projectId),
  });
}

/** Who is not the same as whom; the ids of a pair stand in their order. */
function copiedPairs(
  apart: readonly { firstId: string; secondId: string }[],
  newId: ReadonlyMap<string, string>,
  projectId: string,
) {
  return apart.map((pair) => {
    const [firstId = "", secondId = ""] = [newId.get(pair.firstId) ?? "", newId.get(pair.secondId) ?? ""].sort();
    return { id: uuid(), projectId, firstId, secondId };
  });
}

async function copyTargets(tx: Tx, sourceId: string, projectId: string): Promise<void> {
  const targets = await tx.target.findMany({ where: { projectId: sourceId }, include: { aliases: true } });
  const newId = new Map(targets.map(({ id }) => [id, uuid()]));
  await tx.target.createMany({
    data: targets.map(({ id, mergedIntoId: _, aliases: __, ...target }) => ({
      ...target,
      id: newId.get(id) as string,
      projectId,
    })),
  });
  await tx.targetAlias.createMany({
    data: targets.flatMap(({ id, aliases }) =>
      aliases.map(({ name }) => ({ id: uuid(), targetId: newId.get(id) as string, name })),
    ),
  });
  const places = await tx.targetPlace.findMany({ where: { target: { projectId: sourceId } } });
  await tx.targetPlace.createMany({
    data: places.map(({ targetId, broaderId }) => ({
      targetId: newId.get(targetId) as string,
      broaderId: newId.get(broaderId) as string,
    })),
  });
  await tx.targetDistinction.createMany({
    data: copiedPairs(await tx.targetDistinction.findMany({ where: { projectId: sourceId } }), newId, projectId),
  });
  for (const { id, mergedIntoId } of targets) {
    if (mergedIntoId === null) continue;
    const data = { mergedIntoId: newId.get(mergedIntoId) };
    await tx.target.update({ where: { id: newId.get(id) as string }, data });
  }
}

/** The new ids of the articles, by the old ones. */
async function copyArticles(tx: Tx, sourceId: string, projectId: string): Promise<Map<string, string>> {
  const found = await tx.document.findMany({
    where: { projectId: sourceId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: { id: true, replacesId: true },
  });
  const newId = new Map(found.map(({ id }) => [id, uuid()]));
  for (let from = 0; from < found.length; from += BATCH) {
    const ids = found.slice(from, from + BATCH).map(({ id }) => id);
    const documents = await tx.document.findMany({ where: { id: { in: ids } } });
    await tx.document.createMany({
      data: documents.map(({ importId: _, replacesId: __, id, ...document }) => ({
        ...document,
        id: newId.get(id) as string,
        projectId,
      })),
    });
  }
  for (const { id, replacesId } of found) {
    if (replacesId === null) continue;
    await tx.document.update({ where: { id: newId.get(id) }, data: { replacesId: newId.get(replacesId) } });
  }
  return newId;
}

/**
 * The measure, its threshold and the training articles. It is off at first: gold is somebody's work and stays behind, and
 * without it nobody could pass.
 */
async function copyTraining(tx: Tx, source: Project, id: string, articles: ReadonlyMap<string, string>): Promise<void> {
  if (source.trainingSettings === null) return;
  const settings = trainingSettingsOf(source);
  const documentIds = settings.documentIds.flatMap((documentId) => articles.get(documentId) ?? []);
  await tx.project.update({ where: { id }, data: { trainingSettings: { ...settings, isOn: false, documentIds } } });
}

async function copyMembers(tx: Tx, actor: Actor, sourceId: string, projectId: string): Promise<void> {
  const members = await tx.membership.findMany({ where: { projectId: sourceId, userId: { not: actor.userId } } });
  await tx.membership.createMany({
    data: members.map(({ userId, role }) => ({ id: uuid(), projectId, userId, role })),
  });
}
