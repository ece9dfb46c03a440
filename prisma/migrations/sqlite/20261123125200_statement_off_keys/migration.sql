-- AlterTable
ALTER TABLE "Statement" ADD COLUMN "offKeys" TEXT;

-- CreateIndex
CREATE INDEX "Statement_offKeys_idx" ON "Statement"("offKeys");

-- What is there tells it too.
UPDATE "Statement" SET "offKeys" = (
  SELECT group_concat("name", ' ') FROM (
    SELECT DISTINCT 'field.' || f."key" AS "name"
    FROM "CodebookVersion" c, json_each(c."content", '$.fields') e, json_each("Statement"."fields") f
    WHERE c."id" = "Statement"."codebookVersionId" AND e."value" ->> 'key' = f."key" AND NOT (e."value" ->> 'enabled')
    UNION
    SELECT DISTINCT 'role.' || (s."value" ->> 'role')
    FROM "CodebookVersion" c, json_each(c."content", '$.roles') e, json_each("Statement"."spans") s
    WHERE c."id" = "Statement"."codebookVersionId" AND e."value" ->> 'key' = s."value" ->> 'role'
      AND NOT (e."value" ->> 'enabled')
    ORDER BY 1
  )
);
