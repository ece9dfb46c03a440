import { describe, expect, test } from "vitest";
import { contentOf, emptyContent } from "@/domain/statement/content";
import type { Statement } from "@/domain/statement/statement";
import { isSettled, isShown } from "./entry";
import { createQueue, editStatement, type Queue, settleConflict, takeChange } from "./statement-queue";
import { contest, judgeTravel, undoOf } from "./take-back";
import { addTombstones, takeVersion, type Version } from "./take-version";

const content = (note: string) => ({ ...emptyContent({ role: "content", start: 0, end: 1, quote: "x" }), note });
const stored = (revision: number, note: string): Statement => ({
  ...content(note),
  ...{ id: "a", assignmentId: "assignment", codebookVersion: 1, derivedFromId: null, revision },
  ...{ createdAt: "2022-01-21T00:00:00.000Z", updatedAt: "2022-01-21T00:00:00.000Z" },
});
const version = (revision: number, note: string, deleted = false): Version => ({
  ...{ statementId: "a", content: content(note), deleted, revision },
});
const queue = createQueue([stored(2, "mine")]);
const shown = (held: Queue) => {
  const entry = held.entries.get("a");
  return entry && isShown(entry) ? entry.content.note : null;
};
const note = { operationId: "o", relation: null };

describe("a version from elsewhere", () => {
  test("is shown where nothing is unsent", () => {
    const next = takeVersion(queue, version(3, "theirs"));
    expect(shown(next)).toBe("theirs");
    expect(takeChange(next, () => "n").change).toBeNull();
  });

  test("appears where there was none, and goes where it was deleted", () => {
    expect(shown(takeVersion(createQueue([]), version(1, "new")))).toBe("new");
    expect(shown(takeVersion(queue, version(3, "mine", true)))).toBeNull();
  });

  test("that is known already, or older, changes nothing", () => {
    expect(takeVersion(queue, version(2, "mine"))).toBe(queue);
    expect(takeVersion(queue, version(1, "older"))).toBe(queue);
  });

  test("stays out where something is unsent: the write on the older revision will be a conflict", () => {
    const edited = editStatement(queue, "a", content("unsent"), note);
    const next = takeVersion(edited, version(3, "theirs"));
    expect(next).toBe(edited);
    expect(takeChange(next, () => "n").change).toMatchObject({ kind: "update", revision: 2 });
  });

  test("takes the place of the one a conflict waits with", () => {
    const contested = contest(queue, "a", content("wanted"));
    const next = takeVersion(contested, version(7, "newest"));
    expect(shown(next)).toBe("wanted");
    const { change } = takeChange(settleConflict(next, "a", "mine"), () => "n");
    expect(change).toMatchObject({ kind: "update", revision: 7, content: { note: "wanted" } });
    expect(shown(settleConflict(next, "a", "theirs"))).toBe("newest");
  });
});

describe("taking back", () => {
  const step = { id: "o", statementId: "a", before: content("before"), after: content("mine") };

  test("goes ahead while the statement is as the change left it", () => {
    expect(judgeTravel(queue, undoOf(step))).toBe("clear");
  });

  test("is overtaken by a version from elsewhere: both are there to choose from, and nothing is sent until then", () => {
    const overtaken = takeVersion(queue, version(3, "theirs"));
    expect(judgeTravel(overtaken, undoOf(step))).toBe("overtaken");
    const contested = contest(overtaken, "a", step.before);
    expect(takeChange(contested, () => "n").change).toBeNull();
    expect(contested.entries.get("a")).toMatchObject({
      content: { note: "before" },
      conflict: { deleted: false, statement: { note: "theirs", revision: 3 } },
    });
    expect(judgeTravel(contested, undoOf(step))).toBe("undecided");
    expect(shown(settleConflict(contested, "a", "theirs"))).toBe("theirs");
    const { change } = takeChange(settleConflict(contested, "a", "mine"), () => "n");
    expect(change).toMatchObject({ kind: "update", revision: 3, content: { note: "before" } });
  });

  test("a mix of both is sent over the other version", () => {
    const contested = contest(queue, "a", content("wanted"));
    const { change } = takeChange(settleConflict(contested, "a", content("mixed")), () => "n");
    expect(change).toMatchObject({ kind: "update", revision: 2, content: { note: "mixed" } });
  });

  test("waits while something of the statement is unsent, and says when it is gone", () => {
    const edited = editStatement(queue, "a", content("unsent"), note);
    expect(judgeTravel(edited, undoOf(step))).toBe("unsent");
    expect(judgeTravel(createQueue([]), undoOf(step))).toBe("absent");
  });

  test("brings back what was deleted before the page was opened", () => {
    const row = {
      operationId: "d",
      statementId: "a",
      before: contentOf(stored(2, "mine")),
      after: null,
      relation: null,
    };
    const known = addTombstones(createQueue([]), [{ ...row, revision: 3 }]);
    expect(shown(known)).toBeNull();
    expect([...known.entries.values()].every(isSettled)).toBe(true);
    expect(judgeTravel(known, undoOf({ id: "d", ...row }))).toBe("clear");
  });
});
