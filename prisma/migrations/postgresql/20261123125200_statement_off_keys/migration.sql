-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "offKeys" TEXT;

-- CreateIndex
CREATE INDEX "Statement_offKeys_idx" ON "Statement"("offKeys");

-- What is there tells it too.
UPDATE "Statement" SET "offKeys" = (
  SELECT string_agg("name", ' ' ORDER BY "name" COLLATE "C") FROM (
    SELECT 'field.' || (e."value" ->> 'key') AS "name"
    FROM "CodebookVersion" c, jsonb_array_elements(c."content" -> 'fields') e
    WHERE c."id" = "Statement"."codebookVersionId" AND "Statement"."fields" ? (e."value" ->> 'key')
      AND NOT (e."value" ->> 'enabled')::boolean
    UNION
    SELECT 'role.' || (s."value" ->> 'role')
    FROM "CodebookVersion" c, jsonb_array_elements(c."content" -> 'roles') e, jsonb_array_elements("Statement"."spans") s
    WHERE c."id" = "Statement"."codebookVersionId" AND e."value" ->> 'key' = s."value" ->> 'role'
      AND NOT (e."value" ->> 'enabled')::boolean
  ) AS "used"
);
