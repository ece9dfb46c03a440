-- AlterTable
ALTER TABLE "Project" ADD COLUMN "reviewSettings" JSONB;

-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN "bases" JSONB;
ALTER TABLE "Ruling" ADD COLUMN "batchId" TEXT;
ALTER TABLE "Ruling" ADD COLUMN "memberContents" JSONB;

-- CreateTable
CREATE TABLE "ReviewLease" (
    "documentId" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "takenAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    CONSTRAINT "ReviewLease_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ReviewLease_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ReviewLease_userId_idx" ON "ReviewLease"("userId");

-- CreateIndex
CREATE INDEX "Ruling_batchId_idx" ON "Ruling"("batchId");
