-- CreateTable
CREATE TABLE "KeptStatistics" (
    "documentId" TEXT NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL,
    "passes" TEXT NOT NULL,
    "statistics" TEXT NOT NULL,
    "statements" TEXT NOT NULL,
    CONSTRAINT "KeptStatistics_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
