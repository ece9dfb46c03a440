-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN "note" TEXT;
ALTER TABLE "Invitation" ADD COLUMN "revokedAt" DATETIME;

-- AlterTable
ALTER TABLE "Project" ADD COLUMN "archivedAt" DATETIME;
ALTER TABLE "Project" ADD COLUMN "claimSettings" JSONB;
ALTER TABLE "Project" ADD COLUMN "deletedAt" DATETIME;

-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN "dueOn" TEXT;
ALTER TABLE "Assignment" ADD COLUMN "leaseUntil" DATETIME;
ALTER TABLE "Assignment" ADD COLUMN "withdrawnAt" DATETIME;
