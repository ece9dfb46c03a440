import { defineConfig } from "prisma/config";

// For Prisma's own command line (studio, migrate status), which has to be given an engine; the application needs none and
// opens and migrates its database itself (server/database/).
const url = process.env.DATABASE_URL;

export default defineConfig(
  url
    ? {
        schema: "prisma/generated/postgresql.prisma",
        migrations: { path: "prisma/migrations/postgresql" },
        datasource: { url },
      }
    : {
        schema: "prisma/schema.prisma",
        migrations: { path: "prisma/migrations/sqlite" },
        datasource: { url: `file:${process.env.DATA_DIR ?? "./data"}/sayso.db` },
      },
);
