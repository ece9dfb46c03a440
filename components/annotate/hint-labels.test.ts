import { describe, expect, test } from "vitest";
import { hintLabels } from "./hint-labels";

describe("letters for words", () => {
  test("one each while the alphabet lasts, in reading order", () => {
    expect(hintLabels(4)).toEqual(["a", "b", "c", "d"]);
    expect(hintLabels(26).join("")).toBe("abcdefghijklmnopqrstuvwxyz");
    expect(hintLabels(0)).toEqual([]);
  });

  test("two for those in the middle of a long sentence", () => {
    const labels = hintLabels(30);
    expect(labels.slice(0, 13).join("")).toBe("abcdefghijklm");
    expect(labels.slice(13, 18)).toEqual(["za", "zb", "zc", "zd", "ze"]);
    expect(labels.slice(18).join("")).toBe("nopqrstuvwxy");
  });

  test.each([1, 26, 27, 51, 52, 200, 650, 676])("%i: all differ and none begins another", (count) => {
    const labels = hintLabels(count);
    expect(labels).toHaveLength(count);
    expect(new Set(labels).size).toBe(count);
    for (const label of labels) {
      expect(label).toMatch(/^[a-z]{1,2}$/);
      if (label.length === 2) expect(labels).not.toContain(label[0]);
    }
  });

  test("more words than letters can name: the first ones", () => expect(hintLabels(5000)).toHaveLength(676));
});
