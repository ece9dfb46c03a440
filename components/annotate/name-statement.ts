import type { ShownStatement } from "./annotation";

/** Finds what a statement is called by on the screen: "Statement 3"; null: it is not there. */
export function nameStatement(statements: readonly ShownStatement[]): (id: string) => string | null {
  return (id) => {
    const number = statements.find((statement) => statement.id === id)?.number;
    return number === undefined ? null : `Statement ${number}`;
  };
}
