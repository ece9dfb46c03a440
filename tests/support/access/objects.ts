import { v7 as uuid } from "uuid";
import type { Operation } from "@/domain/contract/operation-groups/operation";
import { createApiKey } from "@/server/auth/api-keys";
import { database } from "@/server/database/client";
import type { Place } from "./places";
import { makeMember } from "./principals";

interface Whose {
  place: Place;
  /** Whose it is, where it is somebody's. */
  holderId: string;
}

/**
 * A row for each parameter of a path, made anew wherever a call may use it up. A new parameter gets a line here; without one
 * the matrix fails.
 */
const ROWS: Record<string, (whose: Whose, operation: Operation) => Promise<string> | string> = {
  projectId: ({ place }) => place.projectId,
  documentId: ({ place }) => place.documentId,
  assignmentId: async ({ place, holderId }) => (await place.rowsOf(holderId)).assignmentId,
  statementId: async ({ place, holderId }) => (await place.rowsOf(holderId)).statementId,
  suggestionId: async ({ place, holderId }) => (await place.rowsOf(holderId)).statementId,
  recheckId: async ({ place, holderId }) => (await place.rowsOf(holderId)).recheckId,
  version: () => "1",
  list: () => "speakers",
  rulingId: async (whose) => (await makeRuling(whose)).id,
  batchId: makeBatch,
  exportId: async ({ place, holderId }) => {
    const row = { projectId: place.projectId, userId: holderId, fileName: "x.json", mediaType: "text/x" };
    const data = { id: uuid(), ...row, choice: { format: "json" }, state: "cancelled" };
    return (await database().export.create({ data })).id;
  },
  importId: async ({ place: { projectId } }) => {
    const row = { id: uuid(), projectId, documentCount: 0, createdAt: new Date() };
    return (await database().import.create({ data: row })).id;
  },
  answerId: async ({ place: { projectId }, holderId: actorId }) => {
    const row = { projectId, rule: "opposite_stances", subject: uuid(), revisions: {}, reason: "X", actorId };
    return (await database().findingAnswer.create({ data: { id: uuid(), ...row, createdAt: new Date() } })).id;
  },
  recodeId: async ({ place: { projectId }, holderId: actorId }) => {
    const row = { projectId, change: { kind: "speaker", speakerId: uuid() }, reason: "X", statements: [], actorId };
    return (await database().recode.create({ data: { id: uuid(), ...row, createdAt: new Date() } })).id;
  },
  keyId: async ({ holderId: userId }) => {
    const actor = { userId, name: "", email: "", isAdmin: false };
    const input = { id: uuid(), name: "X", scopes: ["read" as const], expiresAt: null };
    return (await createApiKey(actor, input, new Date())).apiKey.id;
  },
  userId: async () => makeMember([], null),
  sessionId: async ({ holderId: userId }) => {
    const id = uuid();
    const row = { id, token: id, userId, expiresAt: new Date(Date.now() + 60_000) };
    return (await database().session.create({ data: row })).id;
  },
  commentId: async ({ place: { documentId }, holderId }) => {
    const row = { id: uuid(), documentId, memberIds: [], authorId: holderId, text: "X" };
    return (await database().comment.create({ data: row })).id;
  },
  memberId: async ({ place }) => {
    const userId = await makeMember([place], "annotator");
    return (await database().membership.findFirstOrThrow({ where: { userId } })).id;
  },
  entryId: async ({ place: { projectId } }, { path }) => {
    const id = uuid();
    if (path.includes("/targets/"))
      await database().target.create({ data: { id, projectId, key: id, name: "X", position: 1 } });
    else await database().speaker.create({ data: { id, projectId, name: "X", kind: "person" } });
    return id;
  },
  distinctionId: async ({ place: { projectId } }) => {
    const [firstId, secondId] = [uuid(), uuid()];
    const speakers = [firstId, secondId].map((id) => ({ id, projectId, name: "X", kind: "person" }));
    await database().speaker.createMany({ data: speakers });
    return (await database().speakerDistinction.create({ data: { id: uuid(), projectId, firstId, secondId } })).id;
  },
  invitationId: async ({ place: { projectId } }) => {
    const id = uuid();
    const row = { id, projectId, role: "annotator", hash: id, expiresAt: new Date(Date.now() + 60_000) };
    return (await database().invitation.create({ data: row })).id;
  },
};

async function makeRuling({ place, holderId }: Whose, batchId: string | null = null) {
  const { statementId } = await place.rowsOf(holderId);
  return database().ruling.create({
    data: {
      ...{ id: uuid(), documentId: place.documentId, memberIds: [statementId], memberRevisions: { [statementId]: 1 } },
      ...{ decision: "no_statement", provenance: {}, reason: "x", actorId: holderId, batchId },
    },
  });
}

/** What one action did to rulings and to clusters. */
async function makeBatch(whose: Whose): Promise<string> {
  const { batchId } = await makeRuling(whose, uuid());
  const row = { id: uuid(), documentId: whose.place.documentId, memberIds: [], batchId: batchId as string };
  await database().clusterGroup.create({ data: row });
  return batchId as string;
}

/** Names of the parameters in an operation's path. */
export const parametersOf = (operation: Operation): string[] =>
  [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);

/** Rows for the parameters of an operation's path. Throws for a parameter that no row is known for. */
export async function objectOf(operation: Operation, whose: Whose): Promise<Record<string, string>> {
  const object: Record<string, string> = {};
  for (const name of parametersOf(operation)) {
    const make = ROWS[name];
    if (!make) throw new Error(`No row for {${name}}: say in tests/support/access/objects.ts how one is made.`);
    object[name] = await make(whose, operation);
  }
  return object;
}

/** Of what never was: a version that is none, else ids. */
export const absentObjectOf = (operation: Operation): Record<string, string> =>
  Object.fromEntries(parametersOf(operation).map((name) => [name, uuid()]));
