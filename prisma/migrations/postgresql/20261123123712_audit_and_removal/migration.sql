-- CreateTable
CREATE TABLE "Removal" (
    "projectId" TEXT NOT NULL,
    "deletedAt" TIMESTAMP(3) NOT NULL,
    "removedAt" TIMESTAMP(3) NOT NULL,
    "counts" JSONB NOT NULL,
    "lastSequence" INTEGER NOT NULL,
    "lastHash" TEXT NOT NULL,

    CONSTRAINT "Removal_pkey" PRIMARY KEY ("projectId")
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
CREATE FUNCTION "refuse_event_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Removal" WHERE "projectId" = OLD."projectId") THEN
    RAISE EXCEPTION 'Event rows cannot be changed or removed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN OLD;
END
$$;
DROP TRIGGER "Event_append_only" ON "Event";
CREATE TRIGGER "Event_append_only" BEFORE UPDATE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_event_removal"();
CREATE FUNCTION "refuse_removal"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Project" WHERE "id" = NEW."projectId" AND "deletedAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'Removal row of a project that is not deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER "Removal_of_deleted" BEFORE INSERT ON "Removal"
  FOR EACH ROW EXECUTE FUNCTION "refuse_removal"();
