/** The PostgreSQL form of the schema: the provider and the folder of the client differ, no model does. */
export function postgresqlSchema(schema: string): string {
  const derived = schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('output       = "./generated/sqlite"', 'output       = "./postgresql"');
  if (!derived.includes('"./postgresql"') || derived.includes('"sqlite"')) {
    throw new Error(
      'prisma/schema.prisma must have `provider = "sqlite"` and `output       = "./generated/sqlite"` once each.',
    );
  }
  return `// Derived from prisma/schema.prisma by \`npm run db:generate\`; changes here are lost.\n\n${derived}`;
}
