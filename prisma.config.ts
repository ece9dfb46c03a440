import { defineConfig } from "prisma/config";

// The URL is only a placeholder the command line insists on: the application opens its database itself (server/database/).
export default defineConfig({
  schema: process.env.PRISMA_SCHEMA ?? "prisma/schema.prisma",
  datasource: { url: "file:./data/sayso.db" },
});
