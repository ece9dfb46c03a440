import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { type Template, templateOf } from "./templates";

export interface ScratchPostgresql {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the server TEST_DATABASE_URL names: a copy of the template, or without even a table. */
export async function createPostgresqlDatabase(template: Template | "nothing"): Promise<ScratchPostgresql> {
  const name = `sayso_test_${randomUUID().replaceAll("-", "")}`;
  await createDatabase(name, template === "nothing" ? "template0" : templateOf("postgresql", template));
  return { url: urlOf(name), drop: () => dropDatabase(name) };
}

export function createDatabase(name: string, template: string): Promise<void> {
  return onServer(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
}

export function dropDatabase(name: string): Promise<void> {
  return onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl().href });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

export function urlOf(name: string): string {
  const url = serverUrl();
  url.pathname = `/${name}`;
  return url.href;
}

function serverUrl(): URL {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL must name a PostgreSQL server for these tests.");
  return new URL(process.env.TEST_DATABASE_URL);
}
