-- CreateTable
CREATE TABLE "Removal" (
    "projectId" TEXT NOT NULL PRIMARY KEY,
    "deletedAt" DATETIME NOT NULL,
    "removedAt" DATETIME NOT NULL,
    "counts" JSONB NOT NULL,
    "lastSequence" INTEGER NOT NULL,
    "lastHash" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Removal_removedAt_idx" ON "Removal"("removedAt");

-- CreateIndex
CREATE INDEX "Event_projectId_actor_sequence_idx" ON "Event"("projectId", "actor", "sequence");

-- CreateIndex
CREATE INDEX "Event_projectId_action_sequence_idx" ON "Event"("projectId", "action", "sequence");

-- CreateIndex
CREATE INDEX "Event_projectId_subjectType_sequence_idx" ON "Event"("projectId", "subjectType", "sequence");

-- CreateIndex
CREATE INDEX "Event_projectId_at_idx" ON "Event"("projectId", "at");

-- Written by hand: history is only ever added to, until the project it is of was removed for good; only a project that was
-- deleted can be noted as removed.
DROP TRIGGER "Event_no_delete";
CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event"
WHEN NOT EXISTS (SELECT 1 FROM "Removal" WHERE "projectId" = OLD."projectId")
BEGIN
  SELECT RAISE(ABORT, 'Event rows cannot be changed or removed');
END;
CREATE TRIGGER "Removal_of_deleted" BEFORE INSERT ON "Removal"
WHEN NOT EXISTS (SELECT 1 FROM "Project" WHERE "id" = NEW."projectId" AND "deletedAt" IS NOT NULL)
BEGIN
  SELECT RAISE(ABORT, 'Removal row of a project that is not deleted');
END;
