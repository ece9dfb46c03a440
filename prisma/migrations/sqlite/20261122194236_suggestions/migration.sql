-- AlterTable
ALTER TABLE "Project" ADD COLUMN "suggestions" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "suggestionsShownAt" DATETIME;

-- AlterTable
ALTER TABLE "Statement" ADD COLUMN "reason" TEXT;
ALTER TABLE "Statement" ADD COLUMN "score" REAL;

-- CreateTable
CREATE TABLE "Dismissal" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "assignmentId" TEXT NOT NULL,
    "suggestionId" TEXT NOT NULL,
    "dismissedAt" DATETIME NOT NULL,
    "withdrawnAt" DATETIME,
    CONSTRAINT "Dismissal_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Dismissal_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Dismissal_suggestionId_idx" ON "Dismissal"("suggestionId");

-- CreateIndex
CREATE UNIQUE INDEX "Dismissal_assignmentId_suggestionId_key" ON "Dismissal"("assignmentId", "suggestionId");
