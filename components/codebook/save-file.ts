/** Offers a text as a JSON file to keep. */
export function saveFile(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `${
    name
      .replace(/[^\p{L}\p{N} _.-]+/gu, "")
      .trim()
      .replace(/ +/g, "-") || "codebook"
  }.json`;
  link.click();
  URL.revokeObjectURL(url);
}
