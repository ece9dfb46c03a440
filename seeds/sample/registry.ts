/**
 * The sample project's speakers by the keys the readings use. Aliases are names that stay true across articles; pronouns
 * and "the department" are resolved by the annotator and stay in the text as source spans.
 */
export const speakers = {
  mfa: {
    name: "Ministry of Foreign Affairs of Kazakhstan",
    kind: "organisation",
    sector: "government",
    country: "KZ",
    aliases: [
      "Ministry of Foreign Affairs of the Republic of Kazakhstan",
      "Kazakh Foreign Ministry",
      "MFA of Kazakhstan",
    ],
  },
  ep: {
    name: "European Parliament",
    kind: "organisation",
    sector: "intergovernmental",
    country: "EU",
    aliases: ["EP", "the resolution of the European Parliament"],
  },
  admin: {
    name: "Administration of the head of state (Kazakhstan)",
    kind: "organisation",
    sector: "government",
    country: "KZ",
    aliases: ["The administration of the head of state", "Presidential Administration of Kazakhstan"],
  },
  commandant: {
    name: "Commandant's office of Almaty",
    kind: "organisation",
    sector: "government",
    country: "KZ",
    aliases: ["The commandant’s office of the city", "Commandant's office of Alma-Ata"],
  },
  tokayev: {
    name: "Kassym-Jomart Tokayev",
    kind: "person",
    roleTitle: "President of Kazakhstan",
    sector: "government",
    country: "KZ",
    aliases: ["President Tokayev", "the head of state", "Qasym-Jomart Toqayev"],
  },
  karin: {
    name: "Yerlan Karin",
    kind: "person",
    roleTitle: "State Secretary of Kazakhstan",
    sector: "government",
    country: "KZ",
    aliases: ["State Secretary Karin", "Erlan Karin"],
  },
} as const;

/** What stances are toward, in the order of their keys T1 to T6. */
export const targets = {
  T1: "European Parliament resolution on Kazakhstan",
  T2: "Kazakh authorities' handling of the protests",
  T3: "Sanctions against Kazakhstan",
  T4: 'The rioters / "militants"',
  T5: "CSTO peacekeeping deployment",
  T6: "Official Kazakh investigation",
} as const;
