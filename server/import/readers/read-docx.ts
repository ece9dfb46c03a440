import { zipSync } from "fflate";
import { DOMParser } from "linkedom";
import mammoth from "mammoth";
import type { Draft } from "../draft";
import { ReadError } from "../read-error";
import { Inflater, listEntries } from "../zip-entries";

/** Parts that hold text; pictures, templates and what lies outside are never opened. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w-]+\.xml(?:\.rels)?)$/;

/** The text of a Word document, paragraph by paragraph. */
export async function readDocx(bytes: Uint8Array): Promise<Draft> {
  // The reader gets a ZIP of what was inflated and counted here, so that it cannot see another one.
  const inflater = new Inflater(bytes);
  const parts: Record<string, Uint8Array> = {};
  for (const entry of listEntries(bytes)) {
    if (!NEEDED.test(entry.name)) continue;
    if (entry.refused) throw new ReadError("The Word document is damaged or protected.");
    const part = inflater.inflate(entry);
    // No Word document declares a type; one that does wants something of its reader (external entities, expansions).
    if (Buffer.from(part).toString("latin1").includes("<!DOCTYPE")) {
      throw new ReadError("The Word document is refused: it declares entities.");
    }
    parts[entry.name] = part;
  }
  const buffer = Buffer.from(zipSync(parts, { level: 0 }));
  const { value } = await mammoth.extractRawText({ buffer }).catch(() => {
    throw new ReadError("The Word document is damaged.");
  });
  const core = parts["docProps/core.xml"];
  return { text: value.replace(/\n+$/, ""), ...(core ? readCore(Buffer.from(core).toString("utf8")) : {}) };
}

/** Title, author and language as Word keeps them. The days it keeps are of the file, not of the article. */
function readCore(xml: string): Partial<Draft> {
  const root = new DOMParser().parseFromString(xml, "text/xml");
  const find = (name: string) => root.getElementsByTagName(name)[0]?.textContent?.trim() || null;
  return { title: find("dc:title"), author: find("dc:creator"), language: find("dc:language") };
}
