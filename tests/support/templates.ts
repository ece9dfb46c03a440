import { join } from "node:path";

export type Provider = "sqlite" | "postgresql";

/** What a database can be copied from: the tables alone, or the sample project in them as a first start leaves it. */
export type Template = "empty" | "sample";

/** Where a run's templates are: a folder for SQLite, the end of two databases' names for PostgreSQL. */
const variable = (provider: Provider) => `SAYSO_TEST_TEMPLATES_${provider.toUpperCase()}`;

export function nameTemplates(provider: Provider, place: string): void {
  process.env[variable(provider)] = place;
}

/** The file, or the database's name. */
export function templateOf(provider: Provider, template: Template): string {
  const place = process.env[variable(provider)];
  if (!place) throw new Error(`No templates were made: ${variable(provider)} is not set (provide-templates.ts).`);
  return provider === "sqlite" ? join(place, template, "sayso.db") : `sayso_${template}_${place}`;
}
