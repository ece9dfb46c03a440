/** A card where it would like to stand: beside its passage. In px. */
export type WantedCard = { top: number; height: number };

type Room = {
  /** Space between one card and the next. */
  gap: number;
  /** Place of the card in the list that stands exactly where it wants; the others make room. */
  fixed?: number | null;
  /** Nothing stands above this. */
  from?: number;
};

/**
 * Tops for cards in their order, none over another: each as near to where it wants to stand as all can be together (the
 * sum of squared distances is least), with the fixed one exactly there and the highest not above `from`.
 */
export function placeCards(cards: readonly WantedCard[], { gap, fixed = null, from = -Infinity }: Room): number[] {
  const held = fixed === null ? undefined : cards[fixed];
  if (fixed === null || !held) return settle(cards, { gap, from, to: Infinity });
  return [
    ...settle(cards.slice(0, fixed), { gap, from, to: held.top - gap }),
    held.top,
    ...settle(cards.slice(fixed + 1), { gap, from: held.top + held.height + gap, to: Infinity }),
  ];
}

/**
 * Once each card's top is counted without the cards before it, "in order and not over one another" says that these tops
 * never fall, so the nearest such tops are an isotonic regression: neighbours that fall are pooled at their mean. Bounds
 * clamp it; where there is too little room for both, `to` holds.
 */
function settle(cards: readonly WantedCard[], { gap, from, to }: { gap: number; from: number; to: number }): number[] {
  const pools: { sum: number; count: number }[] = [];
  const before: number[] = [];
  let used = 0;
  for (const card of cards) {
    before.push(used);
    pools.push({ sum: card.top - used, count: 1 });
    used += card.height + gap;
    for (let last = pools.at(-1), prior = pools.at(-2); last && prior && mean(prior) > mean(last); ) {
      pools.pop();
      prior.sum += last.sum;
      prior.count += last.count;
      last = prior;
      prior = pools.at(-2);
    }
  }
  const highest = to - (used - gap);
  const tops: number[] = [];
  for (const pool of pools) {
    const bounded = Math.min(Math.max(mean(pool), from), highest);
    for (let card = 0; card < pool.count; card++) tops.push(bounded + (before[tops.length] ?? 0));
  }
  return tops;
}

const mean = (pool: { sum: number; count: number }) => pool.sum / pool.count;
