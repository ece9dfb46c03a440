import type { Codebook, FieldCondition } from "./codebook";

/** When a field is asked, in words that go on from "asked": "of every statement", "if Sourcing is “Document”". */
export function sayCondition(condition: FieldCondition | undefined, codebook: Codebook): string {
  if (!condition) return "of every statement";
  const { subject, is, value } = condition;
  const field = codebook.fields.find(({ key }) => key === subject);
  const name = subject === "depth" ? "the depth of the chain" : (field?.label ?? subject);
  switch (is) {
    case "set":
      return `if ${name} is answered`;
    case "at_least":
      return `if ${name} is at least ${value ?? "?"}`;
    case "at_most":
      return `if ${name} is at most ${value ?? "?"}`;
    case "one_of": {
      const labels = [value ?? []].flat().map((key) => {
        return `“${field?.values.find((one) => one.key === key)?.label ?? String(key)}”`;
      });
      return `if ${name} is ${labels.join(" or ")}`;
    }
  }
}
