// @vitest-environment jsdom
import { expect, test } from "vitest";
import { drawDays, drawPeople } from "./draw-progress";

test("each day's readings are a bar as high as they are many", () => {
  const days = Array.from({ length: 30 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 1, index + 1)).toISOString().slice(0, 10),
    finished: index === 3 ? 4 : index === 29 ? 2 : 0,
  }));
  const bars = [...drawDays(days, 600).querySelectorAll("g[aria-label=rect] rect")];
  const heights = bars.map((bar) => Number(bar.getAttribute("height"))).filter((height) => height > 0);
  expect(heights).toHaveLength(2);
  expect(heights[0]).toBeCloseTo(2 * (heights[1] as number), 5);
});

test("each person has a bar with as many parts as states", () => {
  const figures = { overdue: 0, minutes: 0, perDay: 0 };
  const people = ["Ana Ågren", "“Bolat”"].map((name) => ({
    ...{ name, notStarted: 1, inProgress: 2, finished: 3 },
    ...figures,
  }));
  const drawing = drawPeople(people, 360);
  expect(drawing.querySelectorAll("g[aria-label=bar] rect")).toHaveLength(6);
  expect(drawing.textContent).toContain("Ana Ågren");
});
