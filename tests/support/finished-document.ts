import { v7 as uuid } from "uuid";
import type { ReviewView, RulingInput } from "@/domain/contract/review";
import { contentOf } from "@/domain/statement/content";
import type { StatementContent } from "@/domain/statement/statement";
import type { Actor } from "@/server/auth/actor";
import { createStatement } from "@/server/commands/create-statement";
import { rule } from "@/server/commands/rule";
import { submitAssignment } from "@/server/commands/submit-assignment";
import { database } from "@/server/database/client";
import { getReviewView } from "@/server/queries/get-review-view";
import { addDocument, assign, type Sample } from "./sample";

export async function finish(actor: Actor, assignmentId: string): Promise<void> {
  const { revision } = await database().assignment.findUniqueOrThrow({ where: { id: assignmentId } });
  await submitAssignment(actor, assignmentId, { operationId: uuid(), revision });
}

/** A further document with a finished reading of each of these people. */
export async function finishedDocument(
  sample: Sample,
  text: string,
  readings: readonly { by: Actor; contents: readonly StatementContent[] }[],
): Promise<{ documentId: string; assignmentIds: string[] }> {
  const documentId = await addDocument(sample, text);
  const assignmentIds: string[] = [];
  for (const { by, contents } of readings) {
    const assignmentId = await assign(sample, documentId, by);
    for (const content of contents) {
      await createStatement(by, assignmentId, { operationId: uuid(), id: uuid(), content });
    }
    await finish(by, assignmentId);
    assignmentIds.push(assignmentId);
  }
  return { documentId, assignmentIds };
}

/** Rules on the cluster at a place as its first member has it, or otherwise. */
export async function ruleAt(
  actor: Actor,
  view: ReviewView,
  place: number,
  change: Partial<RulingInput> = {},
): Promise<string> {
  const cluster = view.clusters[place];
  const all = view.readings.flatMap(({ statements }) => statements);
  const members = (cluster?.members ?? []).flatMap(({ statementId }) => all.find(({ id }) => id === statementId) ?? []);
  const [first] = members;
  if (!first) throw new Error(`There is no cluster ${place}.`);
  const input: RulingInput = {
    ...{ operationId: uuid(), id: uuid(), decision: "accepted", reason: "It stands in the text", replaces: {} },
    members: Object.fromEntries(members.map(({ id, revision }) => [id, revision])),
    provenance: { all: first.id },
    gold: { id: uuid(), content: contentOf(first) },
    ...change,
  };
  await rule(actor, view.document.id, input);
  return input.id;
}

/** Rules on every cluster as its first member has it. */
export async function settleAll(actor: Actor, documentId: string): Promise<void> {
  const view = await getReviewView(actor, documentId);
  for (const place of view.clusters.keys()) await ruleAt(actor, view, place);
}
