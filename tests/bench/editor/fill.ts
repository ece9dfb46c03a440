import { v7 as uuid } from "uuid";
import { closeDatabase, database } from "@/server/database/client";
import { migrate } from "@/server/database/migrate";
import { contentColumns } from "@/server/rows/statement-row";
import { addDocument, assign, seedSample } from "../../support/sample";
import { CASES, makeCase } from "./cases";

// Fills the fresh database that DATA_DIR names, before the server has it, and prints the assignment of each case.

await migrate();
const sample = await seedSample();
const db = database();
const codebook = await db.codebookVersion.findFirstOrThrow({ where: { projectId: sample.projectId } });
const speakers = await db.speaker.findMany({ where: { projectId: sample.projectId } });
const targets = await db.target.findMany({ where: { projectId: sample.projectId } });
const named = {
  outletId: sample.speakerId("outlet"),
  speakerIds: speakers.filter((speaker) => !speaker.fixed).map((speaker) => speaker.id),
  targetIds: targets.map((target) => target.id),
};

const assignments: Record<string, string> = {};
for (const one of CASES) {
  const { text, contents } = makeCase(one, named);
  const assignmentId = await assign(sample, await addDocument(sample, text), sample.owner);
  const rows = contents.map((content) => ({ id: uuid(), content }));
  for (let at = 0; at < rows.length; at += 1000) {
    const part = rows.slice(at, at + 1000);
    await db.statement.createMany({
      data: part.map(({ id, content }) => ({
        id,
        assignmentId,
        codebookVersionId: codebook.id,
        ...contentColumns(content),
      })),
    });
    await db.statementStance.createMany({
      data: part.flatMap(({ id, content }) =>
        content.stances.map((stance, position) => ({ id: uuid(), statementId: id, position, ...stance })),
      ),
    });
  }
  await db.assignment.update({ where: { id: assignmentId }, data: { state: "in_progress" } });
  assignments[one.name] = assignmentId;
}
await closeDatabase();
process.stdout.write(`${JSON.stringify(assignments)}\n`);
