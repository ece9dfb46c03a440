import { alone, from, press, type Step } from "./action";

/**
 * Reading A by keyboard, without suggestions. m: statement of the next sentence. s, u: source and cue by the letters at
 * their first and last word, the one after the other. >, <: content only after, only before them. , takes what is
 * proposed and goes to the next open question (here always the claim type, a digit). ' and ": speaker and stance as
 * before. Then stance value, number of the target, basis.
 */
export const keyboardScript: readonly Step[] = [
  {
    statement: "S01",
    actions: [
      ...press("m", "s"),
      ...from("The Ministry of Foreign Affairs of Kazakhstan", "Kazakhstan on Friday"),
      ...alone("called the resolution"),
      ...press(">", ",", "2", "1", "1", "6", "h", "2"),
    ],
  },
  {
    statement: "S02",
    actions: [
      ...press("m", "u"),
      ...from("says in the message", "message."),
      ...press("'", ",", "2", '"', "=", "Enter"),
    ],
  },
  {
    statement: "S03",
    actions: [
      ...press("m", "s"),
      ...from("The document notes", "document notes"),
      ...alone("notes that"),
      ...press("'", ",", "2", '"', "7"),
    ],
  },
  {
    statement: "S04",
    actions: [
      ...press("m", "s"),
      ...from("The department added", "department added"),
      ...alone("added that"),
      ...press("'", ",", "2", '"', "6", "3", "6", "7"),
    ],
  },
  {
    statement: "S05",
    actions: [
      ...press("m", "s"),
      ...from("the European Parliament adopted", "Parliament adopted"),
      ...from("adopted a resolution", "for the imposition"),
      ...press(">", ",", "3", "3", "6", "1", "2", "7"),
    ],
  },
  {
    statement: "S06",
    actions: [
      ...press("m", "u"),
      ...from("according to", "to the resolution"),
      ...from("the resolution, the", "resolution, the"),
      ...press(">", "'", ",", "2", "1", "2", "6"),
    ],
  },
  { statement: "S07", actions: press("0", ",") },
  { statement: "S08", actions: press("0", ",") },
  { statement: "S09", actions: press("0", ",") },
  { statement: "S10", actions: press("0", ",", "1", "4", "7") },
  {
    statement: "S11",
    actions: [
      ...press("m", "s"),
      ...from("The administration of the head", "state noted"),
      ...alone("noted that"),
      ...press(",", "1", '"'),
    ],
  },
  {
    statement: "S12",
    actions: [
      ...press("m", "s"),
      ...from("The commandant’s office", "city said"),
      ...alone("said that the brutal"),
      ...press(",", "2", '"', "6"),
    ],
  },
  {
    statement: "S13",
    actions: [
      ...press("m", "s"),
      ...from("President of Kazakhstan", "Tokayev turned"),
      ...from("turned to", "to the Collective"),
      ...press("<", ",", "4", "r", "4", "3", "5", "7"),
    ],
  },
  { statement: "S14", actions: press("0", ",") },
  { statement: "S15", actions: press("0", ",") },
  {
    statement: "S16",
    actions: [
      ...press("m", "u"),
      ...from("According to the head", "to the head of state, the"),
      ...from("the head of state, the", "state, the presence"),
      ...press(",", "2", '"', "6"),
    ],
  },
  {
    statement: "S17",
    actions: [
      ...press("m", "s"),
      ...from("State Secretary of Kazakhstan", "Karin said"),
      ...alone("said that radicals"),
      ...press(">", ",", "1", "1", "4", "6"),
    ],
  },
  {
    statement: "S18",
    actions: [
      ...press("m", "s"),
      ...alone("He clarified"),
      ...alone("clarified that"),
      ...press("'", ",", "1", '"', "7"),
    ],
  },
];
