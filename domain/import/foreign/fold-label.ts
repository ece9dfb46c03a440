/** A label as labels are compared: without case, and with one `_` for whatever stands between letters and digits. */
export function foldLabel(label: string): string {
  return label
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, "_")
    .replace(/^_|_$/g, "");
}
