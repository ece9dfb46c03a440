import MiniSearch from "minisearch";
import type { PaletteOffer } from "./palette-offers";

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * A search over commands: each word of the query begins a word of the title or its heading, or is a letter off; where
 * there is none, titles that hold the letters of the query in their order. Best first: those that can run now before the
 * others, then those that begin with the query; an empty query lists all in the table's order.
 */
export function makeOfferSearch(offers: readonly PaletteOffer[]): (query: string) => PaletteOffer[] {
  const index = new MiniSearch<{ id: number; title: string; group: string }>({
    fields: ["title", "group"],
    processTerm: fold,
    searchOptions: {
      boost: { title: 3 },
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      combineWith: "AND",
    },
  });
  index.addAll(offers.map(({ command: { title, group } }, id) => ({ id, title, group })));
  return (query) => {
    const letters = fold(query).replace(/\s/g, "");
    const byWord = letters === "" ? [] : index.search(query).flatMap(({ id }) => offers[id] ?? []);
    const found =
      byWord.length > 0 ? byWord : offers.filter((offer) => holdsInOrder(fold(offer.command.title), letters));
    const begin = fold(query).trim();
    const rank = ({ command, reason }: PaletteOffer) =>
      (reason === null ? 0 : 2) + (fold(command.title).startsWith(begin) ? 0 : 1);
    return found.toSorted((a, b) => rank(a) - rank(b));
  };
}

function holdsInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
