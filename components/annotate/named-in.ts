import type { Speaker } from "@/domain/contract/registry";
import { findNamed } from "@/domain/registry/find-named";
import type { DocumentText } from "@/domain/text/document-text";

const found = new WeakMap<DocumentText, { speakers: readonly Speaker[]; named: ReadonlySet<string> }>();

/** The speakers whom an article names, looked for once: every picker of the screen asks. */
export function namedIn(text: DocumentText, speakers: readonly Speaker[]): ReadonlySet<string> {
  const known = found.get(text);
  if (known?.speakers === speakers) return known.named;
  const named = findNamed(text.text, speakers);
  found.set(text, { speakers, named });
  return named;
}
