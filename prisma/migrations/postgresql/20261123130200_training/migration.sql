-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "trainingSettings" JSONB;

-- AlterTable
ALTER TABLE "Membership" ADD COLUMN     "trainingWaiver" TEXT;

-- CreateTable
CREATE TABLE "TrainingCheck" (
    "statementId" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "statement" JSONB NOT NULL,
    "checkedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TrainingCheck_pkey" PRIMARY KEY ("statementId")
);

-- CreateTable
CREATE TABLE "TrainingResult" (
    "assignmentId" TEXT NOT NULL,
    "score" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "TrainingResult_pkey" PRIMARY KEY ("assignmentId")
);

-- CreateIndex
CREATE INDEX "TrainingCheck_assignmentId_idx" ON "TrainingCheck"("assignmentId");

-- AddForeignKey
ALTER TABLE "TrainingCheck" ADD CONSTRAINT "TrainingCheck_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrainingResult" ADD CONSTRAINT "TrainingResult_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: assignments of a new kind. The SQLite migration of the same name says the same in triggers.
ALTER TABLE "Assignment"
  DROP CONSTRAINT "Assignment_kind_check",
  ADD CONSTRAINT "Assignment_kind_check" CHECK ("kind" IN ('annotation', 'adjudication', 'suggestion', 'training'));
