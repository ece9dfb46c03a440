-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "reviewSettings" JSONB;

-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN     "bases" JSONB,
ADD COLUMN     "batchId" TEXT,
ADD COLUMN     "memberContents" JSONB;

-- CreateTable
CREATE TABLE "ReviewLease" (
    "documentId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "takenAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReviewLease_pkey" PRIMARY KEY ("documentId")
);

-- CreateIndex
CREATE INDEX "ReviewLease_userId_idx" ON "ReviewLease"("userId");

-- CreateIndex
CREATE INDEX "Ruling_batchId_idx" ON "Ruling"("batchId");

-- AddForeignKey
ALTER TABLE "ReviewLease" ADD CONSTRAINT "ReviewLease_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReviewLease" ADD CONSTRAINT "ReviewLease_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
