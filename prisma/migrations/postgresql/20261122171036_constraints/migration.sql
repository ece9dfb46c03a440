-- Written by hand: what the schema file cannot say. The SQLite migration of the same name says the same in triggers.

-- Lists of values and counters
ALTER TABLE "Membership"
  ADD CONSTRAINT "Membership_role_check" CHECK ("role" IN ('annotator', 'reviewer', 'manager'));
ALTER TABLE "Document"
  ADD CONSTRAINT "Document_length_check" CHECK ("length" >= 0);
ALTER TABLE "Speaker"
  ADD CONSTRAINT "Speaker_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "Target"
  ADD CONSTRAINT "Target_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "Assignment"
  ADD CONSTRAINT "Assignment_kind_check" CHECK ("kind" IN ('annotation', 'adjudication', 'suggestion')),
  ADD CONSTRAINT "Assignment_state_check" CHECK ("state" IN ('assigned', 'in_progress', 'submitted')),
  ADD CONSTRAINT "Assignment_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "Statement"
  ADD CONSTRAINT "Statement_start_check" CHECK ("start" >= 0),
  ADD CONSTRAINT "Statement_confidence_check" CHECK ("confidence" IN ('sure', 'unsure')),
  ADD CONSTRAINT "Statement_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "StatementStance"
  ADD CONSTRAINT "StatementStance_basis_check" CHECK ("basis" IN ('explicit', 'inferred'));
ALTER TABLE "Ruling"
  ADD CONSTRAINT "Ruling_decision_check" CHECK ("decision" IN ('accepted', 'mixed', 'edited', 'no_statement', 'both_defensible')),
  ADD CONSTRAINT "Ruling_revision_check" CHECK ("revision" >= 1);
ALTER TABLE "Event"
  ADD CONSTRAINT "Event_sequence_check" CHECK ("sequence" >= 1);

-- History is only ever added to, and what statements point into never changes.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% rows cannot be changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER "Event_append_only" BEFORE UPDATE OR DELETE ON "Event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Event_no_truncate" BEFORE TRUNCATE ON "Event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Document_immutable" BEFORE UPDATE OF "text", "sha256", "length" ON "Document"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CodebookVersion_immutable" BEFORE UPDATE OF "version", "content" ON "CodebookVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
