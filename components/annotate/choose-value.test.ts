import { describe, expect, test } from "vitest";
import { emptyContent } from "@/domain/statement/content";
import { defaultCodebook as codebook } from "@/seeds/default-codebook";
import { chooseByKey } from "./choose-value";

const empty = emptyContent({ role: "content", start: 0, end: 1, quote: "x" });
const stance = (targetId: string, value: string | null = null) => ({ targetId, value, basis: null });

describe("a value's key", () => {
  test("chooses the stance that has none yet, and takes it back when pressed there again", () => {
    const content = { ...empty, stances: [stance("t1", "oppose"), stance("t2")] };
    const chosen = chooseByKey(codebook, content, "3", null);
    expect(chosen?.content.stances.map(({ value }) => value)).toEqual(["oppose", "support"]);
    const back = chooseByKey(codebook, chosen?.content ?? content, "3", "stances.1.value");
    expect(back?.content.stances[1]?.value).toBeNull();
  });

  test("chooses in the stance with the focus", () => {
    const content = { ...empty, stances: [stance("t1"), stance("t2")] };
    expect(chooseByKey(codebook, content, "1", "stances.1.basis")?.content.stances.map(({ value }) => value)).toEqual([
      null,
      "oppose",
    ]);
  });

  test("chooses the basis", () => {
    const content = { ...empty, stances: [stance("t1", "oppose")] };
    expect(chooseByKey(codebook, content, "7", null)?.content.stances[0]?.basis).toBe("inferred");
  });

  test("chooses in the question that has the focus before anything else", () => {
    const content = { ...empty, stances: [stance("t1")] };
    expect(chooseByKey(codebook, content, "1", "fields.form")).toMatchObject({
      content: { fields: { form: "direct" }, stances: [{ value: null }] },
      words: "Form: Direct",
    });
  });

  test("chooses from everywhere in a field that has no key of its own", () => {
    expect(chooseByKey(codebook, empty, "p", null)?.content.fields).toEqual({ sourcing: "named_person" });
    expect(
      chooseByKey(codebook, { ...empty, fields: { sourcing: "named_person" } }, "p", null)?.content.fields,
    ).toEqual({});
  });

  test("does nothing where there is nothing to choose", () => {
    expect(chooseByKey(codebook, empty, "1", null)).toBeNull();
    expect(chooseByKey(codebook, empty, "9", "fields.form")).toBeNull();
  });
});
