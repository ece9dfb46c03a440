/** A share of one in percent, never 100 % for what is not all. */
export const sayPercent = (share: number): string => `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;
