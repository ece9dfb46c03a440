import { createHmac } from "node:crypto";
import type { DatasetAssignment } from "@/domain/formats/dataset";
import type * as rows from "@/prisma/generated/sqlite/client";
import { pseudonym } from "@/server/pseudonym";
import { hiddenName } from "@/server/queries/name-annotators";
import type { DatasetPlan } from "./dataset-plan";

/** How a dataset says who and when, by what was chosen. */
export interface DatasetWords {
  /** The same person is the same word throughout. */
  person(userId: string): string;
  /** The actor of an event, who stands there under a pseudonym. */
  actor(stored: string): string;
  annotator(assignment: Pick<rows.Assignment, "id" | "kind" | "userId" | "holder">): string;
  /** Ids and times are told as they are. */
  isExact: boolean;
  time(iso: string): string;
  /** Ids made by clients carry the time they were made at; where only the day may be told they are replaced. */
  id(id: string): string;
}

export function datasetWords({ project, selection, isHidden, names }: DatasetPlan): DatasetWords {
  const named = new Map([...(names ?? [])].map(([userId, name]) => [pseudonym(project, userId), name]));
  const told = new Map<string, string>();
  const person = (userId: string) => {
    const known = told.get(userId);
    if (known !== undefined) return known;
    const word = names?.get(userId) ?? pseudonym(project, userId);
    told.set(userId, word);
    return word;
  };
  const isDay = selection.times === "day";
  return {
    person,
    actor: (stored) => stored.replace(/ann_[a-z2-7]{10}$/, (word) => named.get(word) ?? word),
    annotator({ id, kind, userId, holder }): DatasetAssignment["annotator"] {
      if (kind === "adjudication") return "gold";
      if (kind === "suggestion") return holder;
      return isHidden ? hiddenName(project, id) : person(userId ?? id);
    },
    isExact: !isDay,
    time: isDay ? (iso) => `${iso.slice(0, 10)}T00:00:00.000Z` : (iso) => iso,
    id: isDay ? (id) => timelessId(project, id) : (id) => id,
  };
}

/** A UUID (version 8) that only the project's secret leads back to the id, and that tells no time. */
function timelessId({ pseudonymSecret }: Pick<rows.Project, "pseudonymSecret">, id: string): string {
  const digits = createHmac("sha256", pseudonymSecret).update(`id ${id}`).digest("hex");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20, 32),
  ].join("-");
}
