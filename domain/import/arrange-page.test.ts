import { expect, test } from "vitest";
import { arrangePage, type PagePiece } from "./arrange-page";
import { dropRunningLines } from "./drop-running-lines";

const piece = (text: string, x: number, y: number): PagePiece => ({ text, x, y, width: text.length * 6, height: 12 });
const texts = (pieces: PagePiece[]) => arrangePage(pieces).map(({ text }) => text);

const LEFT = ["the left column has", "some lines of text", "that are read first", "and go on to here"];
const RIGHT = ["before the right one", "begins at its top", "and ends at the end", "of the whole page."];
const rows = LEFT.map(
  (left, at) => [piece(left, 72, 700 - at * 14), piece(RIGHT[at] ?? "", 320, 700 - at * 14)] as const,
);

test.each([
  ["written one after the other", [...rows.map(([left]) => left), ...rows.map(([, right]) => right)]],
  ["written line by line across both", rows.flat()],
  [
    "written line by line with spaces between",
    rows.flatMap(([left, right]) => [left, { ...piece(" ", left.x + left.width, left.y), width: 100 }, right]),
  ],
])("two columns, %s, are read one after the other", (_how, pieces) => {
  expect(texts(pieces)).toEqual([...LEFT, ...RIGHT]);
});

test("a heading over both columns comes first, and one between them parts them", () => {
  const title = piece("A title that is as wide as both of the columns are", 72, 730);
  const between = piece("Another heading that is as wide as both of them are", 72, 630);
  const lower = rows.flat().map((one) => ({ ...one, y: one.y - 100 }));
  expect(texts([title, ...rows.flat(), between, ...lower])).toEqual([
    title.text,
    ...LEFT,
    ...RIGHT,
    between.text,
    ...LEFT,
    ...RIGHT,
  ]);
});

test("one column stays as it is written, pieces of a line together", () => {
  const lines = [
    "A paragraph of one column",
    "goes over the whole page",
    "and ends",
    "here, with a short line",
    "and one more",
  ];
  const pieces = lines.flatMap((line, at) => {
    const [first = "", ...rest] = line.split(" ");
    const y = 700 - at * 14;
    return [piece(first, 72, y), piece(" ", 72 + first.length * 6, y), piece(rest.join(" "), 78 + first.length * 6, y)];
  });
  expect(texts(pieces)).toEqual(lines);
  expect(texts([])).toEqual([]);
});

test("a table of two narrow columns and a few rows is no page of two columns", () => {
  const table = [piece("Votes", 72, 700), piece("120", 400, 700), piece("Against", 72, 686), piece("14", 400, 686)];
  expect(texts(table)).toEqual(["Votes 120", "Against 14"]);
});

const page = (number: number, ...body: string[]) => [
  { text: "The Daily — 6 January 2022", y: 800 },
  ...body.map((text, at) => ({ text, y: 750 - at * 14 })),
  { text: `Page ${number} of 3`, y: 30 },
];

test("what runs at the top and bottom of pages is dropped, and told once", () => {
  const { pages, dropped } = dropRunningLines([page(1, "One.", "Same."), page(2, "Two.", "Same."), page(3, "Three.")]);
  expect(pages.map((lines) => lines.map(({ text }) => text))).toEqual([
    ["One.", "Same."],
    ["Two.", "Same."],
    ["Three."],
  ]);
  expect(dropped).toEqual(["The Daily — 6 January 2022", "Page 1 of 3"]);
});

test("a page alone keeps all, and so do pages that repeat nothing at one place", () => {
  expect(dropRunningLines([page(1, "One.")]).dropped).toEqual([]);
  const apart = [
    [
      { text: "He said no.", y: 800 },
      { text: "x", y: 700 },
    ],
    [
      { text: "y", y: 800 },
      { text: "He said no.", y: 700 },
    ],
  ];
  expect(dropRunningLines(apart)).toEqual({ pages: apart, dropped: [] });
});
