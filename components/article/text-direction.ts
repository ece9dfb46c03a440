/** Languages written from right to left, by ISO 639 code. */
const RIGHT_TO_LEFT = new Set("ar arc ckb dv fa he iw ks nqo ps rhg sd syr ug ur yi".split(" "));
/** Scripts written from right to left, by ISO 15924 code, in lower case: "pa-Arab", "az-Arab". */
const RIGHT_TO_LEFT_SCRIPTS = new Set("adlm arab hebr mand nkoo rohg syrc thaa".split(" "));

/**
 * The direction of an article as a whole: of its language, else of the first letter that has one. Each paragraph still
 * takes its own; this decides on which side the margin is.
 */
export function textDirection(text: string, language?: string | null): "ltr" | "rtl" {
  const [code, ...rest] = (language ?? "").toLowerCase().split("-");
  const script = rest.find((part) => part.length === 4);
  if (script) return RIGHT_TO_LEFT_SCRIPTS.has(script) ? "rtl" : "ltr";
  if (code) return RIGHT_TO_LEFT.has(code) ? "rtl" : "ltr";
  const letter = /\p{L}/u.exec(text)?.[0] ?? "";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter)
    ? "rtl"
    : "ltr";
}
