import type { Place } from "@/domain/import/annotated/annotated-data";
import { noCoding } from "../foreign/foreign-data";
import {
  dayOf,
  type JsonObject,
  listOf,
  objectOf,
  positionOf,
  sha256Of,
  textOf,
  timeOf,
  uuidOf,
  valueAt,
} from "../foreign/json-values";
import type { StatementRow } from "./statement-rows";

/** A line of our own JSON Lines as a row: all of the statement, with the article that it is of. */
export function readStatementObject(object: JsonObject, place: Place): StatementRow {
  const document = objectOf(valueAt(object, "document"));
  const said = (key: string) => textOf(valueAt(document, key));
  const coding = noCoding();
  for (const one of listOf(valueAt(object, "chain"))) {
    const name = textOf(valueAt(objectOf(one), "name"));
    if (name === null) continue;
    coding.speakers.push(name);
    if (valueAt(objectOf(one), "kind") === "outlet") coding.outlet ??= name;
  }
  const speaker = textOf(valueAt(objectOf(valueAt(object, "speaker")), "name"));
  if (coding.speakers.length === 0 && speaker !== null) coding.speakers.push(speaker);
  for (const one of listOf(valueAt(object, "stances"))) {
    const stance = objectOf(one);
    const target = textOf(valueAt(stance, "target")) ?? textOf(valueAt(stance, "target_key"));
    if (target === null) continue;
    coding.stances.push({
      target,
      value: textOf(valueAt(stance, "value")),
      basis: textOf(valueAt(stance, "basis")),
      place,
    });
  }
  for (const [name, value] of Object.entries(objectOf(valueAt(object, "fields")) ?? {})) {
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
      coding.answers.push({ name, value, place });
    } else if (Array.isArray(value) && value.length > 0) coding.answers.push({ name, value: value.map(String), place });
  }
  if (valueAt(object, "confidence") === "unsure") coding.unsure = String(valueAt(object, "unsure_comment") ?? "");
  const note = valueAt(object, "note");
  if (typeof note === "string" && note !== "") coding.notes.push(note);
  return {
    place,
    article: {
      id: uuidOf(said("id")),
      ...{ title: said("title"), outlet: said("outlet"), author: said("author"), url: said("url") },
      ...{ language: said("language"), published: dayOf(said("published")), sha256: sha256Of(said("sha256")) },
    },
    text: textOf(valueAt(document, "text")),
    annotator: textOf(valueAt(object, "annotator")) ?? "annotator",
    layer: textOf(valueAt(object, "layer")) ?? "annotation",
    id: textOf(valueAt(object, "id")),
    passages: listOf(valueAt(object, "spans")).flatMap((one) => {
      const span = objectOf(one);
      const [role, quote] = [textOf(valueAt(span, "role")), valueAt(span, "quote")];
      if (role === null) return [];
      const [start, end] = [positionOf(valueAt(span, "start")), positionOf(valueAt(span, "end"))];
      return [{ role, start, end, quote: typeof quote === "string" ? quote : null }];
    }),
    coding,
    parent: textOf(valueAt(object, "parent_id")),
    sameClaimAs: textOf(valueAt(object, "same_claim_as_id")),
    createdAt: timeOf(valueAt(object, "created_at")),
    updatedAt: timeOf(valueAt(object, "updated_at")),
  };
}
