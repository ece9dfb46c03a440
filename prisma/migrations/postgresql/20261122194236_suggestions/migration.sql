-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "suggestions" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "suggestionsShownAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "reason" TEXT,
ADD COLUMN     "score" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "Dismissal" (
    "id" TEXT NOT NULL,
    "assignmentId" TEXT NOT NULL,
    "suggestionId" TEXT NOT NULL,
    "dismissedAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "Dismissal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Dismissal_suggestionId_idx" ON "Dismissal"("suggestionId");

-- CreateIndex
CREATE UNIQUE INDEX "Dismissal_assignmentId_suggestionId_key" ON "Dismissal"("assignmentId", "suggestionId");

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dismissal" ADD CONSTRAINT "Dismissal_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "Statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
