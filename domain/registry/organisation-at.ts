interface Affiliated {
  organisationId: string | null;
  roleTitle: string | null;
  affiliations: readonly {
    organisationId: string;
    roleTitle: string | null;
    validFrom: string | null;
    validTo: string | null;
  }[];
}

/** A body somebody belongs to, and as what. */
export interface Belonging {
  organisationId: string | null;
  roleTitle: string | null;
}

/**
 * Where a speaker belonged on a day (ISO, YYYY-MM-DD; null: nobody knows which): the affiliation that holds then, of
 * several the one that began last; where none does, what the registry says of them without dates. An affiliation without a
 * role takes nothing from the role that stands beside the name.
 */
export function organisationAt(speaker: Affiliated, day: string | null): Belonging {
  const undated = { organisationId: speaker.organisationId, roleTitle: speaker.roleTitle };
  if (day === null) return undated;
  let held: Affiliated["affiliations"][number] | null = null;
  for (const one of speaker.affiliations) {
    if ((one.validFrom ?? "") > day || (one.validTo !== null && one.validTo < day)) continue;
    if (held === null || (one.validFrom ?? "") > (held.validFrom ?? "")) held = one;
  }
  return held ? { organisationId: held.organisationId, roleTitle: held.roleTitle ?? speaker.roleTitle } : undated;
}
