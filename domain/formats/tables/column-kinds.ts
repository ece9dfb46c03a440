import type { Cell, CellColumn, Column } from "./table";

/** Ways to say a column of a table in one line; those that are `never none` are required. */
export function columnKinds<Row>() {
  const kind =
    (type: Column["type"], required = false, isPlain = false) =>
    (name: string, description: string, cell: (row: Row) => Cell): CellColumn<Row> => ({
      ...{ name, type, description, cell },
      ...(required && { required }),
      ...(isPlain && { isPlain }),
    });
  return {
    text: kind("string"),
    /** Never none; may be empty. */
    someText: kind("string", true),
    id: kind("string", false, true),
    someId: kind("string", true, true),
    whole: kind("integer"),
    someWhole: kind("integer", true),
    number: kind("number"),
    flag: kind("boolean"),
    someFlag: kind("boolean", true),
    date: kind("date"),
    time: kind("datetime", false, true),
    someTime: kind("datetime", true, true),
  };
}

/** Where a text is optional, an empty one says nothing. */
export const noneIfEmpty = (value: string) => (value === "" ? null : value);
