import type { SearchOptions } from "@/components/search/search-filter-bar";
import type { RecodeChange } from "@/domain/recode/recode-change";
import { writeWanted } from "@/domain/search/match-answers";

type Names = Pick<SearchOptions, "speakers" | "targets" | "lists">;

/** A change in words, by the names that things have now. */
export function sayChange(change: RecodeChange, { speakers, targets, lists }: Names): string {
  const speaker = (id: string) => speakers.find((one) => one.id === id)?.name ?? "?";
  const target = (id: string) => targets.find((one) => one.id === id)?.name ?? "?";
  switch (change.kind) {
    case "speaker":
      return `Speaker: ${speaker(change.speakerId)}`;
    case "stance":
      return `Stance toward “${target(change.targetId)}”: ${sayAnswer("stance.values", change.value, lists)}`;
    case "target":
      return `Stance toward “${target(change.from)}” is toward “${target(change.to)}”`;
    case "answer": {
      const path = `fields.${change.field}`;
      const name = lists.find((one) => one.path === path)?.label ?? change.field;
      const { answer } = change;
      if (answer === null) return `${name}: no answer`;
      return `${name}: ${[answer]
        .flat()
        .map((one) => sayAnswer(path, one, lists))
        .join(", ")}`;
    }
  }
}

function sayAnswer(path: string, answer: string | number | boolean, lists: Names["lists"]): string {
  const item = writeWanted(path, String(answer));
  const known = lists.find((one) => one.path === path)?.answers.find((one) => one.item === item);
  return known?.label ?? String(answer);
}
