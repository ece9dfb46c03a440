import { organisationAt } from "@/domain/registry/organisation-at";
import type { Dataset } from "../dataset";
import { survivor } from "../survivor";
import { verifiedDocuments } from "../verify-document";
import type { NetworkOptions } from "./network-options";

/** One stance for (1) or against (0) a target, counted `times`. */
export interface NetworkEvent {
  actorId: string;
  targetId: string;
  agreement: 0 | 1;
  /** Day of publication, ISO; null: not known. */
  day: string | null;
  times: number;
}

/**
 * The stances of a dataset by annotator ("gold" is one), summed by day. Those neither for nor against are left out, as in
 * DNA's event list; merged speakers and targets count as what they are merged into; duplicates as the options say.
 */
export async function networkEvents(
  dataset: Dataset,
  options: NetworkOptions,
): Promise<ReadonlyMap<string, readonly NetworkEvent[]>> {
  const { speakers, targets } = dataset.registry;
  const known = new Set(speakers.map(({ id }) => id));
  const actors = new Map<string, string>();
  const actorAt = (id: string, day: string | null): string => {
    const key = `${id} ${day}`;
    const actor = actors.get(key) ?? actorOf(dataset, id, day, options.actor);
    actors.set(key, actor);
    return actor;
  };
  const concepts = new Map(targets.map(({ id }) => [id, survivor(targets, id)?.id ?? id]));
  const found = new Map<string, Map<string, NetworkEvent>>();
  const counted = new Set<string>();
  for await (const document of verifiedDocuments(dataset)) {
    const { id, published } = document.article;
    for (const statement of document.statements) {
      const { annotator } = document.assignmentOf(statement);
      const { speakerId } = statement;
      if (speakerId === null || !known.has(speakerId)) continue;
      const actorId = actorAt(speakerId, published);
      const values = document.codebookOf(statement).stance.values;
      for (const { targetId, value } of statement.stances) {
        const score = values.find(({ key }) => key === value)?.score ?? 0;
        if (score === 0) continue;
        const agreement = score > 0 ? 1 : 0;
        const concept = concepts.get(targetId) ?? targetId;
        // Where for and against are ignored, they are the same also as duplicates.
        const what = [annotator, actorId, concept, options.qualifierAggregation === "ignore" ? "" : agreement];
        const within = withinOf(options.duplicates, id, published);
        if (within !== null) {
          const key = JSON.stringify([...what, within]);
          if (counted.has(key)) continue;
          counted.add(key);
        }
        const events = found.get(annotator) ?? new Map<string, NetworkEvent>();
        found.set(annotator, events);
        const key = JSON.stringify([actorId, concept, agreement, published]);
        const event = events.get(key) ?? { actorId, targetId: concept, agreement, day: published, times: 0 };
        events.set(key, { ...event, times: event.times + 1 });
      }
    }
  }
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([annotator, events]) => [annotator, [...events.values()]]));
}

/** The speaker, or the body they belonged to on the article's day where that is asked for and known. */
function actorOf({ registry }: Dataset, speakerId: string, day: string | null, actor: NetworkOptions["actor"]): string {
  const speaker = survivor(registry.speakers, speakerId);
  const body = speaker && organisationAt(speaker, day).organisationId;
  const organisation = body ? survivor(registry.speakers, body) : null;
  return actor === "organization" && organisation ? organisation.id : (speaker?.id ?? speakerId);
}

/** Within what a duplicate is one; null: nowhere. Without a day each document is on its own. */
function withinOf(duplicates: NetworkOptions["duplicates"], documentId: string, day: string | null): string | null {
  if (duplicates === "include") return null;
  if (duplicates === "acrossrange") return "";
  if (duplicates === "document" || day === null) return documentId;
  if (duplicates === "year") return day.slice(0, 4);
  return duplicates === "month" ? day.slice(0, 7) : mondayOf(day);
}

/** The Monday of a day's week, ISO. */
function mondayOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}
