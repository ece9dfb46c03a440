-- AlterTable
ALTER TABLE "Import" ADD COLUMN "brought" JSONB;
ALTER TABLE "Import" ADD COLUMN "counts" JSONB;
ALTER TABLE "Import" ADD COLUMN "format" TEXT;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "importId" TEXT;

-- CreateTable
CREATE TABLE "ImportedEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "importId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "projectId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "operationId" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "assignmentId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "relation" JSONB,
    "at" DATETIME NOT NULL,
    CONSTRAINT "ImportedEvent_importId_fkey" FOREIGN KEY ("importId") REFERENCES "Import" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ImportedEvent_subjectId_idx" ON "ImportedEvent"("subjectId");

-- CreateIndex
CREATE INDEX "ImportedEvent_assignmentId_position_idx" ON "ImportedEvent"("assignmentId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "ImportedEvent_importId_position_key" ON "ImportedEvent"("importId", "position");

-- CreateIndex
CREATE INDEX "Assignment_importId_idx" ON "Assignment"("importId");
