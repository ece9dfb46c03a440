/** What figures of agreement call what a list of values answers; a field that is called like a fixed attribute has a prefix. */
export function attributeOfList(list: string): string {
  if (list === "stance.values") return "stance";
  const key = list.slice("fields.".length);
  return ["stance", "target", "speaker"].includes(key) ? `field.${key}` : key;
}
