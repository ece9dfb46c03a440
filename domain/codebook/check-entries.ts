import { type CodebookProblem, error, warning } from "./codebook-problem";

const KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** Keys and labels of a list: there, well made, and told apart. `what` names one of them. */
export function checkEntries(
  entries: readonly { key: string; label: string }[],
  path: string,
  what: string,
): CodebookProblem[] {
  return entries.flatMap(({ key, label }, index) => {
    const problems: CodebookProblem[] = [];
    const earlier = entries.slice(0, index);
    if (label.trim() === "") problems.push(error(`${path}.${index}.label`, `Give this ${what} a name.`));
    else if (earlier.some((other) => other.label.trim().toLowerCase() === label.trim().toLowerCase())) {
      problems.push(warning(`${path}.${index}.label`, `Another ${what} is called “${label}” too: tell them apart.`));
    }
    if (key === "") problems.push(error(`${path}.${index}.key`, `Give this ${what} a key, as data will name it.`));
    else if (!KEY.test(key)) {
      const how = "lower case letters, digits and _, starting with a letter, at most 40";
      problems.push(error(`${path}.${index}.key`, `“${key}” cannot be a key: ${how}.`));
    } else if (earlier.some((other) => other.key === key)) {
      problems.push(error(`${path}.${index}.key`, `Another ${what} has the key “${key}”: choose a different one.`));
    }
    return problems;
  });
}
