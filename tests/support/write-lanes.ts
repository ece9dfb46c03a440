import { v7 as uuid } from "uuid";
import type { RulingDeleted, RulingInput, RulingSaved } from "@/domain/contract/review";
import type { AssignmentMoved, StatementDeleted, StatementSaved } from "@/domain/contract/work";
import type { StatementContent } from "@/domain/statement/statement";
import type { Write } from "./repeated-sends";
import type { SeededRandom } from "./seeded-random";

/*
 * What people write, one thing after the other, each on what the answer before said. Several lanes run at the same time.
 * Each returns what must be stored at the end if every write was done exactly once.
 */

export interface Lane {
  random: SeededRandom;
  /** Performs one write, however often it is sent. */
  perform: (write: Write) => Promise<unknown>;
}

export interface ExpectedStatement {
  id: string;
  revision: number;
  deleted: boolean;
  note: string;
  stances: number;
}

/** Creates, changes, deletes and restores statements of one assignment. */
export async function writeStatements(
  { random, perform }: Lane,
  work: { assignmentId: string; content: StatementContent; targetIds: readonly string[]; count: number },
): Promise<ExpectedStatement[]> {
  const held: ExpectedStatement[] = [];
  for (let done = 0; done < work.count; done += 1) {
    const one = random.chance(0.4) || held.length === 0 ? null : random.pick(held);
    const operationId = uuid();
    const targets = work.targetIds.filter(() => random.chance(0.5));
    const note = `written ${done}`;
    const stances = targets.map((targetId) => ({ targetId, value: "oppose", basis: "explicit" }));
    const content = { ...work.content, note, stances };
    if (!one) {
      const id = uuid();
      const params = { assignmentId: work.assignmentId };
      const body = { operationId, id, content };
      const saved = (await perform({ name: "createStatement", params, body })) as StatementSaved;
      held.push({ id, revision: saved.statement.revision, deleted: false, note, stances: stances.length });
      continue;
    }
    const params = { statementId: one.id };
    const { revision } = one;
    if (one.deleted) {
      await perform({ name: "restoreStatement", params, body: { operationId, revision } as Write["body"] });
      one.deleted = false;
    } else if (random.chance(0.3)) {
      const body = { operationId, revision };
      const gone = (await perform({ name: "deleteStatement", params, body })) as StatementDeleted;
      if (gone.revision !== revision + 1) throw new Error("A deletion was counted twice.");
      one.deleted = true;
    } else {
      await perform({ name: "updateStatement", params, body: { operationId, revision, content } as Write["body"] });
      Object.assign(one, { note, stances: stances.length });
    }
    // Each write counts once.
    one.revision += 1;
  }
  return held;
}

/** Submits and reopens one assignment over and over; returns the revision it must have. */
export async function moveBackAndForth(
  { perform }: Lane,
  work: { assignmentId: string; revision: number; count: number },
): Promise<number> {
  let { revision } = work;
  for (let done = 0; done < work.count; done += 1) {
    const name = done % 2 === 0 ? "submitAssignment" : "reopenAssignment";
    const body = { operationId: uuid(), revision };
    const moved = (await perform({ name, params: { assignmentId: work.assignmentId }, body })) as AssignmentMoved;
    revision += 1;
    if (moved.assignment.revision !== revision) throw new Error("A move was counted twice.");
  }
  return revision;
}

/** Adds speakers, with aliases, and targets; returns their ids. */
export async function fillRegistry(
  { random, perform }: Lane,
  work: { projectId: string; count: number },
): Promise<{ speakers: string[]; targets: string[] }> {
  const made: { speakers: string[]; targets: string[] } = { speakers: [], targets: [] };
  const params = { projectId: work.projectId };
  for (let done = 0; done < work.count; done += 1) {
    const id = uuid();
    if (random.chance(0.5)) {
      const body = { operationId: uuid(), id, name: `Speaker ${id}`, kind: "person", aliases: ["A.", "“Ä”"] };
      await perform({ name: "createSpeaker", params, body });
      made.speakers.push(id);
    } else {
      await perform({
        name: "proposeTarget",
        params,
        body: { operationId: uuid(), id, name: `Target ${id}` } as Write["body"],
      });
      made.targets.push(id);
    }
  }
  return made;
}

/**
 * Rules on one cluster over and over, now replacing the ruling, now withdrawing it, whereupon the one it replaced stands
 * again; returns the one that stands.
 */
export async function ruleOverAndOver(
  { random, perform }: Lane,
  work: { documentId: string; members: Record<string, number>; count: number },
): Promise<string | null> {
  /** Of each ruling that was made; each step that ends it or puts it back counts one. */
  const revisions = new Map<string, number>();
  const step = (id: string) => revisions.set(id, (revisions.get(id) ?? 0) + 1);
  let standing: string | null = null;
  const revision = () => revisions.get(standing ?? "") ?? 0;
  for (let done = 0; done < work.count; done += 1) {
    if (standing && random.chance(0.4)) {
      const body = { operationId: uuid(), revision: revision() };
      const ended = (await perform({ name: "withdrawRuling", params: { rulingId: standing }, body })) as RulingDeleted;
      for (const id of [standing, ...ended.restored]) step(id);
      standing = ended.restored[0] ?? null;
      continue;
    }
    const body: RulingInput = {
      operationId: uuid(),
      id: uuid(),
      members: work.members,
      replaces: standing ? { [standing]: revision() } : {},
      decision: "both_defensible",
      provenance: {},
      reason: `decided ${done}`,
      gold: null,
    };
    const { ruling } = (await perform({
      name: "rule",
      params: { documentId: work.documentId },
      body,
    })) as RulingSaved;
    if (standing) step(standing);
    revisions.set(ruling.id, ruling.revision);
    standing = ruling.id;
  }
  return standing;
}
