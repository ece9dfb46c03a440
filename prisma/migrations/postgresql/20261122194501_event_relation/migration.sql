-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "assignmentId" TEXT,
ADD COLUMN     "relation" JSONB;

-- CreateIndex
CREATE INDEX "Event_assignmentId_sequence_idx" ON "Event"("assignmentId", "sequence");
