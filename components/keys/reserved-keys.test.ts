import { expect, test } from "vitest";
import { defaultCodebook } from "@/domain/codebook/templates/default-codebook";
import { listCommandTables } from "./command-tables";
import { whyReserved } from "./reserved-keys";

test.each([
  "Tab",
  "Shift+Tab",
  "Escape",
  " ",
  "ArrowDown",
  "Shift+ArrowLeft",
  "Mod+t",
  "Mod+w",
  "Mod+c",
  "F5",
  "Alt+F4",
  "Mod+1",
])("%s cannot be chosen", (chord) => expect(whyReserved(chord)).not.toBeNull());

test.each(["g", "Shift+g", "?", "ы", "Enter", "Delete", "F2", "Mod+k", "Mod+Shift+m", "Alt+ArrowDown", "Alt+1"])(
  "%s can",
  (chord) => expect(whyReserved(chord)).toBeNull(),
);

// Each acts only where its key has nothing else to do: not on a control, the arrows not in the article either.
test("no command that can be changed has a key that cannot be chosen, but for three", () => {
  const entries = listCommandTables([{ project: "P", content: defaultCodebook }]).flatMap((table) => table.entries);
  const reserved = entries.filter(({ fixed, keys }) => !fixed && keys.some((chord) => whyReserved(chord)));
  expect(reserved.map(({ id }) => id)).toEqual(["statement.nextSentence", "review.next", "review.previous"]);
});
