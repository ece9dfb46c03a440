import { expect, test } from "vitest";
import { compareNames } from "./compare-names";
import { nameForm } from "./name-forms";

test.each([
  ["Kassym-Jomart Tokayev", "TOKAYEV Kassym‑Jomart", "same_name"],
  ["Asel Karin", "Карин Асел", "same_name"],
  ["Yerlan Karin", "Ерлан Карин", "spelling"],
  ["Café de Flore", "Cafe\u0301 de Flore", "same_name"],
  ["Kassym-Jomart Tokayev", "Qasym-Zhomart Toqaev", "spelling"],
  ["Касым-Жомарт Токаев", "Kassym-Jomart Tokayev", "spelling"],
  ["Nursultan Nazarbayev", "Nursultan Nazarbaev", "spelling"],
  ["Nursultan Nazarbayev", "Nazarbayev Nurslutan", "spelling"],
  ["K. Tokayev", "Kassym Tokayev", "initials"],
  ["WHO", "World Health Organization", "acronym"],
  ["MFA", "Ministry of Foreign Affairs", "acronym"],
  ["Tokayev", "Kassym-Jomart Tokayev", "part"],
  ["Ministry of Health", "Ministry of Health of Kazakhstan", "part"],
  ["John Smith", "Jane Smith", null],
  ["who", "World Health Organization", null],
  ["Anna Karin", "Yerlan Karin", null],
  ["Ministry of Health", "Ministry of Defence", null],
  ["May", "Theresa May", null],
  ["A. B.", "C. D.", null],
  ["", "x", null],
  ["👩‍👩‍👧", "…", null],
])("“%s” and “%s”: %s", (a, b, likeness) => {
  expect(compareNames(nameForm(a), nameForm(b))).toBe(likeness);
  expect(compareNames(nameForm(b), nameForm(a))).toBe(likeness);
});
