-- CreateTable
CREATE TABLE "KeptStatistics" (
    "documentId" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "passes" TEXT NOT NULL,
    "statistics" TEXT NOT NULL,
    "statements" TEXT NOT NULL,

    CONSTRAINT "KeptStatistics_pkey" PRIMARY KEY ("documentId")
);

-- AddForeignKey
ALTER TABLE "KeptStatistics" ADD CONSTRAINT "KeptStatistics_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE CASCADE ON UPDATE CASCADE;
