-- AlterTable
ALTER TABLE "Project" ADD COLUMN "trainingSettings" JSONB;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN "trainingWaiver" TEXT;

-- CreateTable
CREATE TABLE "TrainingCheck" (
    "statementId" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "statement" JSONB NOT NULL,
    "checkedAt" DATETIME NOT NULL,
    CONSTRAINT "TrainingCheck_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TrainingResult" (
    "assignmentId" TEXT NOT NULL PRIMARY KEY,
    "score" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TrainingResult_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "TrainingCheck_assignmentId_idx" ON "TrainingCheck"("assignmentId");

-- Written by hand: assignments of a new kind.
DROP TRIGGER "Assignment_check_insert";
DROP TRIGGER "Assignment_check_update";
CREATE TRIGGER "Assignment_check_insert" BEFORE INSERT ON "Assignment"
WHEN NOT (
  NEW."kind" IN ('annotation', 'adjudication', 'suggestion', 'training')
  AND NEW."state" IN ('assigned', 'in_progress', 'submitted')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Assignment row with a value outside its list');
END;
CREATE TRIGGER "Assignment_check_update" BEFORE UPDATE ON "Assignment"
WHEN NOT (
  NEW."kind" IN ('annotation', 'adjudication', 'suggestion', 'training')
  AND NEW."state" IN ('assigned', 'in_progress', 'submitted')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Assignment row with a value outside its list');
END;
