-- Written by hand: what the schema file cannot say. SQLite adds no CHECK to a table that exists, hence triggers; the
-- PostgreSQL migration of the same name says the same. A later migration that redefines one of these tables drops its
-- triggers and has to create them again: tests/integration/database/constraints.test.ts fails otherwise.

-- Lists of values and counters
CREATE TRIGGER "Membership_check_insert" BEFORE INSERT ON "Membership"
WHEN NOT (
  NEW."role" IN ('annotator', 'reviewer', 'manager')
)
BEGIN
  SELECT RAISE(ABORT, 'Membership row with a value outside its list');
END;
CREATE TRIGGER "Membership_check_update" BEFORE UPDATE ON "Membership"
WHEN NOT (
  NEW."role" IN ('annotator', 'reviewer', 'manager')
)
BEGIN
  SELECT RAISE(ABORT, 'Membership row with a value outside its list');
END;
CREATE TRIGGER "Document_check_insert" BEFORE INSERT ON "Document"
WHEN NOT (
  NEW."length" >= 0
)
BEGIN
  SELECT RAISE(ABORT, 'Document row with a value outside its list');
END;
CREATE TRIGGER "Document_check_update" BEFORE UPDATE ON "Document"
WHEN NOT (
  NEW."length" >= 0
)
BEGIN
  SELECT RAISE(ABORT, 'Document row with a value outside its list');
END;
CREATE TRIGGER "Speaker_check_insert" BEFORE INSERT ON "Speaker"
WHEN NOT (
  NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Speaker row with a value outside its list');
END;
CREATE TRIGGER "Speaker_check_update" BEFORE UPDATE ON "Speaker"
WHEN NOT (
  NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Speaker row with a value outside its list');
END;
CREATE TRIGGER "Target_check_insert" BEFORE INSERT ON "Target"
WHEN NOT (
  NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Target row with a value outside its list');
END;
CREATE TRIGGER "Target_check_update" BEFORE UPDATE ON "Target"
WHEN NOT (
  NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Target row with a value outside its list');
END;
CREATE TRIGGER "Assignment_check_insert" BEFORE INSERT ON "Assignment"
WHEN NOT (
  NEW."kind" IN ('annotation', 'adjudication', 'suggestion')
  AND NEW."state" IN ('assigned', 'in_progress', 'submitted')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Assignment row with a value outside its list');
END;
CREATE TRIGGER "Assignment_check_update" BEFORE UPDATE ON "Assignment"
WHEN NOT (
  NEW."kind" IN ('annotation', 'adjudication', 'suggestion')
  AND NEW."state" IN ('assigned', 'in_progress', 'submitted')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Assignment row with a value outside its list');
END;
CREATE TRIGGER "Statement_check_insert" BEFORE INSERT ON "Statement"
WHEN NOT (
  NEW."start" >= 0
  AND NEW."confidence" IN ('sure', 'unsure')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Statement row with a value outside its list');
END;
CREATE TRIGGER "Statement_check_update" BEFORE UPDATE ON "Statement"
WHEN NOT (
  NEW."start" >= 0
  AND NEW."confidence" IN ('sure', 'unsure')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Statement row with a value outside its list');
END;
CREATE TRIGGER "StatementStance_check_insert" BEFORE INSERT ON "StatementStance"
WHEN NOT (
  NEW."basis" IN ('explicit', 'inferred')
)
BEGIN
  SELECT RAISE(ABORT, 'StatementStance row with a value outside its list');
END;
CREATE TRIGGER "StatementStance_check_update" BEFORE UPDATE ON "StatementStance"
WHEN NOT (
  NEW."basis" IN ('explicit', 'inferred')
)
BEGIN
  SELECT RAISE(ABORT, 'StatementStance row with a value outside its list');
END;
CREATE TRIGGER "Ruling_check_insert" BEFORE INSERT ON "Ruling"
WHEN NOT (
  NEW."decision" IN ('accepted', 'mixed', 'edited', 'no_statement', 'both_defensible')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Ruling row with a value outside its list');
END;
CREATE TRIGGER "Ruling_check_update" BEFORE UPDATE ON "Ruling"
WHEN NOT (
  NEW."decision" IN ('accepted', 'mixed', 'edited', 'no_statement', 'both_defensible')
  AND NEW."revision" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Ruling row with a value outside its list');
END;
CREATE TRIGGER "Event_check_insert" BEFORE INSERT ON "Event"
WHEN NOT (
  NEW."sequence" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Event row with a value outside its list');
END;
CREATE TRIGGER "Event_check_update" BEFORE UPDATE ON "Event"
WHEN NOT (
  NEW."sequence" >= 1
)
BEGIN
  SELECT RAISE(ABORT, 'Event row with a value outside its list');
END;

-- History is only ever added to, and what statements point into never changes.
CREATE TRIGGER "Event_no_update" BEFORE UPDATE ON "Event"
BEGIN
  SELECT RAISE(ABORT, 'Event rows cannot be changed or removed');
END;
CREATE TRIGGER "Event_no_delete" BEFORE DELETE ON "Event"
BEGIN
  SELECT RAISE(ABORT, 'Event rows cannot be changed or removed');
END;
CREATE TRIGGER "Document_immutable" BEFORE UPDATE OF "text", "sha256", "length" ON "Document"
BEGIN
  SELECT RAISE(ABORT, 'Document rows cannot be changed');
END;
CREATE TRIGGER "CodebookVersion_immutable" BEFORE UPDATE OF "version", "content" ON "CodebookVersion"
BEGIN
  SELECT RAISE(ABORT, 'CodebookVersion rows cannot be changed');
END;
