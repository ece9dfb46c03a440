-- CreateTable
CREATE TABLE "KeptClusters" (
    "documentId" TEXT NOT NULL PRIMARY KEY,
    "fingerprint" TEXT NOT NULL,
    "clusters" TEXT NOT NULL,
    CONSTRAINT "KeptClusters_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
