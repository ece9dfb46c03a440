import { expect, test } from "vitest";
import type { Speaker } from "@/domain/contract/registry";
import { findNamed } from "./find-named";

const speaker = (id: string, name: string, more: Partial<Speaker> = {}): Speaker => ({
  ...{ id, name, kind: "person", aliases: [], roleTitle: null, organisationId: null, sector: null },
  ...{ function: null, country: null, fixed: false, mergedIntoId: null },
  ...more,
});

const registry = [
  speaker("outlet", "The article itself", { kind: "outlet", fixed: true }),
  speaker("tokayev", "Kassym-Jomart Tokayev", { aliases: ["the head of state"] }),
  speaker("karin", "Yerlan Karin"),
  speaker("may", "Theresa May"),
  speaker("who", "World Health Organization", { kind: "organisation", aliases: ["WHO"] }),
  speaker("mfa", "Министерство иностранных дел", { kind: "organisation" }),
  speaker("xi", "习近平"),
];

test.each([
  ["President Kassym-Jomart Tokayev spoke.", ["tokayev"]],
  ["Tokayev’s order, said TOKAYEV.", ["tokayev"]],
  ["Tokayev Kassym-Jomart signed it.", ["tokayev"]],
  ["Kasym‑Jomart TOKAYEV", ["tokayev"]],
  ["According to the head\nof state, …", ["tokayev"]],
  ["«Ерлан Карин» написал", ["karin"]],
  ["Yerlān Kārin", ["karin"]],
  ["It may rain; who knows?", []],
  ["the WHO warned", ["who"]],
  ["in the words of the World Health Organization", ["who"]],
  ["Министерство иностранных дел заявило", ["mfa"]],
  ["习近平 说", ["xi"]],
  ["tokayevism, the article itself", []],
  ["", []],
])("%s", (text, ids) => {
  expect([...findNamed(text, registry)].sort()).toEqual([...ids].sort());
});

test("a name that is also a word of every object is only a name", () => {
  const odd = ["constructor", "__proto__", "toString"].map((name) => speaker(name, name, { kind: "organisation" }));
  expect([...findNamed("constructor and toString", odd)]).toEqual(["constructor", "toString"]);
});
