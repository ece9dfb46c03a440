import type { OutputFile } from "@/domain/formats/export-format";
import { zipped } from "@/domain/formats/zip";
import type { Actor } from "@/server/auth/actor";
import { database } from "@/server/database/client";
import { download } from "@/server/download";
import { pseudonym } from "@/server/pseudonym";
import { statementParts, toStatement } from "@/server/rows/statement-row";

/** Rows read at a time. */
const STEP = 500;

/** Everything this server holds about the caller, as a ZIP of JSON files that is written while it is sent. */
export function exportOwnData(actor: Actor, now: Date): Response {
  return download(zipped(filesOf(actor, now)), {
    ...{ name: "my-data", extension: "zip", type: "application/zip", now },
  });
}

async function* filesOf({ userId }: Actor, now: Date): AsyncGenerator<OutputFile> {
  const db = database();
  const where = { userId };
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    include: { accounts: { select: { providerId: true, createdAt: true } } },
  });
  const { accounts, ...about } = user;
  yield json("account.json", { exportedAt: now, ...about, signsInWith: accounts });
  yield json("preferences.json", (await db.preference.findUnique({ where }))?.content ?? null);
  // Neither tokens nor hashes: they are secrets of the server, and say nothing about a person.
  yield json("sessions.json", await db.session.findMany({ where, omit: { token: true } }));
  yield json("api-keys.json", await db.apiKey.findMany({ where, omit: { hash: true } }));
  yield json("account-events.json", await db.accountEvent.findMany({ where, orderBy: { at: "asc" } }));
  yield json("notifications.json", await db.notification.findMany({ where, orderBy: { at: "asc" } }));
  yield json("exports.json", await db.export.findMany({ where, orderBy: { createdAt: "asc" } }));

  const projects = await db.project.findMany({
    where: {
      OR: [
        { memberships: { some: where } },
        {
          documents: { some: { OR: [{ assignments: { some: where } }, { comments: { some: { authorId: userId } } }] } },
        },
        { documents: { some: { rulings: { some: { actorId: userId } } } } },
      ],
    },
    include: { memberships: { where } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  yield json(
    "projects.json",
    projects.map((project) => ({
      ...{ id: project.id, name: project.name, pseudonym: pseudonym(project, userId) },
      role: project.memberships[0]?.role ?? null,
      memberSince: project.memberships[0]?.createdAt ?? null,
    })),
  );
  yield json(
    "assignments.json",
    await db.assignment.findMany({
      where,
      include: { document: { select: { id: true, title: true, projectId: true } } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    }),
  );
  yield list("statements.json", (after) =>
    db.statement
      .findMany({
        where: { assignment: where, ...(after && { id: { gt: after } }) },
        include: statementParts,
        orderBy: { id: "asc" },
        take: STEP,
      })
      .then((rows) => rows.map((row) => ({ ...toStatement(row), deletedAt: row.deletedAt }))),
  );
  yield list("rulings.json", (after) =>
    db.ruling.findMany({
      where: { actorId: userId, ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: STEP,
    }),
  );
  yield list("comments.json", (after) =>
    db.comment.findMany({
      where: { authorId: userId, ...(after && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: STEP,
    }),
  );
  yield json("mentions.json", await db.mention.findMany({ where, orderBy: { createdAt: "asc" } }));
  for (const project of projects) {
    const actor = pseudonym(project, userId);
    yield list(`events/${project.id}.json`, (after) =>
      db.event.findMany({
        where: { projectId: project.id, actor: { endsWith: actor }, ...(after && { id: { gt: after } }) },
        orderBy: { id: "asc" },
        take: STEP,
      }),
    );
  }
}

const json = (path: string, content: unknown): OutputFile => ({ path, chunks: chunksOf(content) });

async function* chunksOf(content: unknown): AsyncGenerator<string> {
  yield `${JSON.stringify(content, null, 2)}\n`;
}

/** A list read in pages, each beginning after the id of the last row before it. */
function list(path: string, read: (after: string | null) => Promise<{ id: string }[]>): OutputFile {
  return { path, chunks: pagesOf(read) };
}

async function* pagesOf(read: (after: string | null) => Promise<{ id: string }[]>): AsyncGenerator<string> {
  let after: string | null = null;
  yield "[";
  for (;;) {
    const rows: { id: string }[] = await read(after);
    for (const [index, row] of rows.entries())
      yield `${after === null && index === 0 ? "\n" : ",\n"}${JSON.stringify(row)}`;
    const last = rows.at(-1);
    if (!last || rows.length < STEP) break;
    after = last.id;
  }
  yield "\n]\n";
}
