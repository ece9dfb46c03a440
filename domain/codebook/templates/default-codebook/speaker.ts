import type { Codebook } from "@/domain/codebook/codebook";

export const speaker: Codebook["speaker"] = {
  kinds: [
    { key: "person", label: "Person", definition: "One human being, named or not.", example: "Ewa Lind" },
    {
      key: "organisation",
      label: "Organisation",
      definition: "A body that can speak as such: ministry, company, party, court, association.",
      example: "the Port Authority",
    },
    {
      key: "group",
      label: "Group",
      definition: "People without a common organisation.",
      example: "residents of the old town",
    },
    {
      key: "place_metonym",
      label: "Place for its rulers",
      definition: "A place or building named instead of those who decide there.",
      example: "the capital; the palace",
    },
    {
      key: "document",
      label: "Document",
      definition: "A text that no agent in the article stands behind.",
      example: "a leaked draft",
    },
    {
      key: "outlet",
      label: "Outlet",
      definition: "A newspaper, broadcaster or agency, also the article's own.",
      example: "the daily Havnebladet",
    },
    {
      key: "unknown",
      label: "Unknown",
      definition: "The article gives no way to tell who it is.",
      example: "It is rumoured that …",
    },
  ],
  sectors: [
    { key: "government", label: "Government", definition: "A state's executive, at any level, and its offices." },
    { key: "intergovernmental", label: "Intergovernmental", definition: "A body of several states." },
    { key: "party", label: "Party", definition: "A party, its group in parliament, or a politician speaking for it." },
    { key: "military_police", label: "Military or police", definition: "Armed forces, police, intelligence." },
    { key: "business", label: "Business", definition: "Companies, trade and employers' associations." },
    { key: "ngo", label: "Civil society", definition: "Associations, unions, campaigns, charities." },
    { key: "academic_expert", label: "Expert", definition: "Scholars and others asked for what they know." },
    { key: "media", label: "Media", definition: "Outlets, agencies, journalists." },
    { key: "religious", label: "Religious", definition: "Religious bodies and their officers." },
    { key: "armed_nonstate", label: "Armed, not a state's", definition: "Armed groups outside any state's forces." },
    { key: "witness", label: "Witness", definition: "Somebody who saw or heard what is reported." },
    { key: "victim", label: "Victim", definition: "Somebody harmed by what is reported, or their family." },
    { key: "citizen", label: "Citizen", definition: "A member of the public speaking for themselves." },
    { key: "other", label: "Other", definition: "None of these." },
  ],
  functions: [
    { key: "decision_maker", label: "Decision maker", definition: "Decides on the matter, or is about to." },
    { key: "spokesperson", label: "Spokesperson", definition: "Speaks for somebody who decides." },
    { key: "expert_observer", label: "Expert or observer", definition: "Explains or judges from outside." },
    { key: "affected", label: "Affected", definition: "Bears the consequences." },
  ],
};
