import MiniSearch from "minisearch";
import type { PaletteOffer } from "./palette-offers";

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/**
 * A search over commands: each word of the query begins a word of the title or its heading, or is a letter off; where
 * there is none, titles that hold the letters of the query in their order. Best first, those that can run now before the others;
 * an empty query lists all in the table's order.
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
    return [...found.filter(({ reason }) => reason === null), ...found.filter(({ reason }) => reason !== null)];
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
