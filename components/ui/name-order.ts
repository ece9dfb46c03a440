const collator = new Intl.Collator("en");

/** Orders names alike on the server and in every browser, whatever languages those are set to. */
export const compareNames: (a: string, b: string) => number = collator.compare;
