import { parseArgs } from "node:util";
import { v7 as uuid } from "uuid";
import { Role } from "@/domain/contract/account";
import { ensureOwner } from "@/seeds/owner";
import { createUser } from "@/server/auth/create-user";
import { resetUserAccess } from "@/server/auth/reset-user-access";
import { createSignInLink } from "@/server/auth/sign-in-link";
import { addMember } from "@/server/commands/add-member";
import { database, inTransaction } from "@/server/database/client";
import { StartError } from "@/server/start-error";
import { type Answer, UsageError } from "./command";
import { ownData } from "./open-data";

export async function addUser(words: string[]): Promise<Answer> {
  const { values, positionals } = parse(words, {
    name: { type: "string" },
    admin: { type: "boolean" },
    project: { type: "string" },
    role: { type: "string" },
  });
  const email = theEmail(positionals);
  const { name, project, admin = false } = values;
  if (typeof name !== "string" || !name.trim()) throw new UsageError("Say whose account it is: --name.");
  if ((project === undefined) !== (values.role === undefined)) {
    throw new UsageError("A member needs both: --project and --role.");
  }
  const role = values.role === undefined ? null : Role.safeParse(values.role);
  if (role && !role.success) throw new UsageError(`--role is one of ${Role.options.join(", ")}.`);
  ownData();
  if (await database().user.findUnique({ where: { email } })) {
    throw new StartError(`There is an account with the address ${email} already.`);
  }
  if (typeof project === "string" && !(await database().project.findUnique({ where: { id: project } }))) {
    throw new StartError(`There is no project ${project}: sayso projects lists them.`);
  }
  const userId = uuid();
  await inTransaction((tx) => createUser(tx, { id: userId, name: name.trim(), email, isAdmin: admin === true }));
  if (role?.success && typeof project === "string") {
    await addMember(await ensureOwner(), project, { operationId: uuid(), userId, role: role.data });
  }
  return answer(email, await createSignInLink(userId, new Date()));
}

export async function resetUser(words: string[]): Promise<Answer> {
  const email = theEmail(parse(words, {}).positionals);
  ownData();
  const user = await database().user.findUnique({ where: { email } });
  if (!user) throw new StartError(`There is no account with the address ${email}.`);
  await resetUserAccess(user.id);
  return answer(email, await createSignInLink(user.id, new Date()));
}

function answer(email: string, link: string) {
  return { value: { email, link }, lines: [`${email} signs in (once, within 30 minutes): ${link}`] };
}

function parse(words: string[], options: Record<string, { type: "string" | "boolean" }>) {
  try {
    return parseArgs({ args: words, allowPositionals: true, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function theEmail([email, ...more]: string[]): string {
  if (!email || more.length > 0) throw new UsageError("Name one e-mail address.");
  return email.trim().toLowerCase();
}
