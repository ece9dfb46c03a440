/**
 * Names for folders and labels made of people's words: letters, digits, `_`, `-` and `.` only, no two alike. The same
 * words asked for again get the same name.
 */
export class SafeNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  nameOf(words: string): string {
    const known = this.#names.get(words);
    if (known) return known;
    const base = words.replace(/[^A-Za-z0-9_.-]+/g, "_").replace(/^[._-]+|[._-]+$/g, "") || "unnamed";
    let name = base;
    // Some file systems do not tell capitals from small letters.
    for (let count = 2; this.#taken.has(name.toLowerCase()); count += 1) name = `${base}-${count}`;
    this.#taken.add(name.toLowerCase());
    this.#names.set(words, name);
    return name;
  }
}
