import { inSteps } from "../update-alike";

/** All rows of a long list of names, of which a query takes only so many. */
export async function readInSteps<Name, Row>(
  names: readonly Name[],
  read: (some: Name[]) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const some of inSteps(names)) rows.push(...(await read(some)));
  return rows;
}
