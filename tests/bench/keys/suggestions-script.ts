import { from, press, type Step } from "./action";
import { keyboardScript } from "./keyboard-script";

const byHand = (statement: string): Step => {
  const step = keyboardScript.find((one) => one.statement === statement);
  if (!step) throw new Error(`the script by keyboard lacks ${statement}`);
  return step;
};

/**
 * Reading A by keyboard with suggestions shown. + accepts the next one with all that is proposed and goes to what is left
 * open, mostly the claim type; then stances, and what was suggested otherwise than the reading has it. What is not
 * suggested, the article's own voice and S13, goes as without.
 */
export const suggestionsScript: readonly Step[] = [
  { statement: "S01", actions: press("+", "1", "6", "h", "2") },
  {
    statement: "S02",
    actions: [...press("+", "2", "u"), ...from("says in the message", "message."), ...press('"', "=", "Enter")],
  },
  { statement: "S03", actions: press("+", "2", '"', "7") },
  { statement: "S04", actions: press("+", "2", "3", "7", "1", "1", "6") },
  { statement: "S05", actions: press("+", "3", "6", "1", "2", "7") },
  { statement: "S06", actions: press("+", "2", "1", "6") },
  ...["S07", "S08", "S09", "S10"].map(byHand),
  { statement: "S11", actions: press("+", "1", '"') },
  { statement: "S12", actions: press("+", "2", '"', "6") },
  ...["S13", "S14", "S15"].map(byHand),
  { statement: "S16", actions: press("+", "2", "3", "6") },
  { statement: "S17", actions: press("+", "1", "1", "4", "6") },
  { statement: "S18", actions: press("+", "1", '"', "7") },
];
