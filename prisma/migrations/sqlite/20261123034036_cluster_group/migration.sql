-- CreateTable
CREATE TABLE "ClusterGroup" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "documentId" TEXT NOT NULL,
    "memberIds" JSONB NOT NULL,
    "batchId" TEXT NOT NULL,
    "endedById" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" DATETIME,
    CONSTRAINT "ClusterGroup_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "ClusterGroup_documentId_idx" ON "ClusterGroup"("documentId");

-- CreateIndex
CREATE INDEX "ClusterGroup_batchId_idx" ON "ClusterGroup"("batchId");
