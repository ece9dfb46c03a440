import { expect, test } from "vitest";
import { importedPersonId, importedPseudonym } from "./imported-person";

test.each(["ann_abcdefghij", "ann_7777777777", "ann_aaaaaaaaaa", "ann_2bz7qw6klm"])(
  "%s stays the same word",
  (name) => {
    const ids = [importedPersonId(name), importedPersonId(name)];
    expect(ids[0]).not.toBe(ids[1]);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(importedPseudonym(id)).toBe(name);
    }
  },
);

test("a name becomes a pseudonym of its own, and an account's id holds none", () => {
  expect(importedPseudonym(importedPersonId("Ana Ågren"))).toMatch(/^ann_[a-z2-7]{10}$/);
  expect(importedPseudonym("0191a2b3-c4d5-7e6f-8a9b-0c1d2e3f4a5b")).toBeNull();
});
