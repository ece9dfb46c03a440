import * as z from "zod";
import { closeDatabase } from "@/server/database/client";
import { EnvError } from "@/server/env";
import { HttpError } from "@/server/http-error";
import { StartError } from "@/server/start-error";
import { type Answer, type Command, UsageError } from "./command";
import { EXPORT_OPTIONS } from "./export-options";
import { IMPORT_OPTIONS } from "./import-options";

// Exit codes: 0 done, 1 it could not be done or something is wrong with the data, 2 the command was called wrongly.

const commands: Record<string, Command> = {
  projects: {
    usage: "projects",
    summary: "List the projects with what is in them",
    load: async () => (await import("./projects")).projects,
  },
  "users add": {
    usage: "users add <e-mail> --name <name> [--admin] [--project <id> --role <role>]",
    summary: "Create an account and print its sign-in link",
    load: async () => (await import("./users")).addUser,
  },
  "users reset": {
    usage: "users reset <e-mail>",
    summary: "End a person's sessions and password and print a new sign-in link",
    load: async () => (await import("./users")).resetUser,
  },
  export: {
    usage: "export [--project <id>] [--format <name>] [--layers <which>] [--out <file>|-] [--force] …",
    summary: "Write a project's dataset to a file; sayso export --help lists what can be chosen",
    options: EXPORT_OPTIONS,
    load: async () => (await import("./export")).exportProject,
  },
  import: {
    usage: "import <files…> [--project <id>] [--dry-run] [--format <name>] …",
    summary: "Bring articles or annotated data into a project; sayso import --help lists what can be chosen",
    options: IMPORT_OPTIONS,
    load: async () => (await import("./import")).importFiles,
  },
  backup: {
    usage: "backup [<file>]",
    summary: "Copy all data to a file, also while the server runs",
    load: async () => (await import("./backup")).backup,
  },
  restore: {
    usage: "restore <file>",
    summary: "Put the data of a backup in the place of what is there",
    load: async () => (await import("./backup")).restore,
  },
  verify: {
    usage: "verify",
    summary: "Check history, texts, offsets, quotes and references",
    load: async () => (await import("./verify")).verify,
  },
  doctor: {
    usage: "doctor",
    summary: "Look whether this installation has what it needs",
    load: async () => (await import("./doctor")).doctor,
  },
};

const HELP = `Usage: sayso <command> [--json]

  start                      Start the server (npm start)
${Object.values(commands)
  .map(({ usage, summary }) => `  ${usage.length > 25 ? `${usage}\n${" ".repeat(27)}` : usage.padEnd(25)}  ${summary}`)
  .join("\n")}

Data and address come from the environment and .env, as for npm start. Exit codes: 0 done, 1 failed, 2 called wrongly.`;

const helpOf = ({ usage, summary, options = [] }: Command) =>
  [`Usage: sayso ${usage} [--json]`, "", `${summary}.`, ...options.map((option) => `  ${option}`)].join("\n");

const asked = process.argv.slice(2);
const words = asked.filter((word) => word !== "--json");
const isJson = words.length < asked.length;
process.exitCode = await main();

async function main(): Promise<number> {
  const isHelp = words.includes("--help") || words.includes("-h") || words[0] === "help";
  const said = words.filter((word) => !["--help", "-h", "help"].includes(word));
  const name = [said.slice(0, 2).join(" "), said[0] ?? ""].find((one) => one in commands);
  const command = name === undefined ? undefined : commands[name];
  if (isHelp || words.length === 0) {
    process.stdout.write(`${command ? helpOf(command) : HELP}\n`);
    return isHelp ? 0 : 2;
  }
  if (name === undefined || !command) {
    process.stderr.write(`There is no command "${words.join(" ")}".\n\n${HELP}\n`);
    return 2;
  }
  try {
    const run = await command.load();
    const answer = await run(words.slice(name.split(" ").length), { isJson });
    print(answer);
    return answer.isGood === false ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${explain(error, command)}\n`);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await closeDatabase();
  }
}

function print({ value, lines }: Answer): void {
  process.stdout.write(isJson ? `${JSON.stringify(value)}\n` : lines.map((line) => `${line}\n`).join(""));
}

function explain(error: unknown, { usage }: Command): string {
  if (error instanceof UsageError) return `${error.message}\nUsage: sayso ${usage}`;
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join("\n");
  if (error instanceof EnvError || error instanceof StartError || error instanceof HttpError) return error.message;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const isOther = /no such (table|column)|relation ".*" does not exist|column .* does not exist/i.test(text);
  return isOther
    ? "The data is of another version of Sayso: start it once (npm start), which brings the data up to date."
    : text;
}
