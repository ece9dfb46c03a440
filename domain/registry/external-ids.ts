/** Forms that are known; ids of other schemes are taken as they are typed. */
const FORMS: Readonly<Record<string, { form: RegExp; says: string }>> = {
  wikidata: { form: /^Q[1-9]\d{0,11}$/, says: "A Wikidata id is Q and a number, such as Q42." },
  viaf: { form: /^[1-9]\d{0,21}$/, says: "A VIAF id is a number." },
  isni: { form: /^\d{15}[\dX]$/, says: "An ISNI is 16 digits without spaces; the last may be X." },
  orcid: { form: /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/, says: "An ORCID iD looks like 0000-0002-1825-0097." },
};

/** What is wrong with an id of a scheme; null: nothing that can be told from its form. Nothing is looked up anywhere. */
export function externalIdProblem(scheme: string, id: string): string | null {
  const known = Object.hasOwn(FORMS, scheme) ? FORMS[scheme] : undefined;
  return known && !known.form.test(id) ? known.says : null;
}
