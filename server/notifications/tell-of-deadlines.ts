import { database, inTransaction } from "@/server/database/client";
import { tell } from "./tell";

/** How long before the end of its day a reading is called due, days. */
const AHEAD = 2;
const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** Tells annotators, once for each project and day, of the readings that are due in two days or sooner. */
export async function tellOfDeadlines(now: Date): Promise<void> {
  const day = (ahead: number) => new Date(now.getTime() + ahead * DAY).toISOString().slice(0, 10);
  const rows = await database().assignment.findMany({
    where: {
      ...{ kind: "annotation", submittedAt: null, withdrawnAt: null, userId: { not: null } },
      dueOn: { gte: day(0), lte: day(AHEAD) },
      document: { project: { archivedAt: null, deletedAt: null } },
    },
    select: { userId: true, dueOn: true, documentId: true, document: { select: { projectId: true } } },
  });
  const due = new Map<string, typeof rows>();
  for (const row of rows) {
    const key = `${row.document.projectId}:${row.dueOn}:${row.userId}`;
    due.set(key, [...(due.get(key) ?? []), row]);
  }
  await inTransaction(async (tx) => {
    for (const [first, ...more] of due.values()) {
      if (!first?.userId) continue;
      const { userId, dueOn, documentId } = first;
      const { projectId } = first.document;
      const named = more.length === 0 ? { documentId } : {};
      const detail = { count: more.length + 1, dueOn };
      await tell(tx, {
        about: `due:${projectId}:${dueOn}`,
        userId,
        kind: "deadline",
        projectId,
        ...named,
        detail,
        at: now,
      });
    }
  });
}

/** Looks for what is due now and every hour. Never rejects: what goes wrong is logged, and looked at again an hour later. */
export async function watchDeadlines(): Promise<void> {
  const look = () => tellOfDeadlines(new Date()).catch((error: unknown) => console.error("Deadlines:", error));
  setInterval(look, HOUR).unref();
  await look();
}
