import type { Dataset } from "../dataset";
import { assignmentsTable, commentsTable, documentsTable, rulingMembersTable, rulingsTable } from "./document-tables";
import { affiliationsTable, aliasesTable, speakersTable, targetAliasesTable, targetsTable } from "./registry-tables";
import { answersTable, chainTable, spansTable, stancesTable, statementsTable } from "./statement-tables";
import type { Table } from "./table";

const TABLES = [
  ...[documentsTable, speakersTable, aliasesTable, affiliationsTable, targetsTable, targetAliasesTable],
  ...[assignmentsTable, statementsTable, spansTable, chainTable, stancesTable, answersTable],
  ...[rulingsTable, rulingMembersTable, commentsTable],
];

/** The dataset as tables that refer to each other by id, each fact in one place. Lists have a row per element. */
export function tidyTables(dataset: Dataset): Table[] {
  return TABLES.map((make) => make(dataset));
}
