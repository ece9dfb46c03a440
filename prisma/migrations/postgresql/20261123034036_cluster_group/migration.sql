-- CreateTable
CREATE TABLE "ClusterGroup" (
    "id" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "memberIds" JSONB NOT NULL,
    "batchId" TEXT NOT NULL,
    "endedById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "ClusterGroup_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ClusterGroup_documentId_idx" ON "ClusterGroup"("documentId");

-- CreateIndex
CREATE INDEX "ClusterGroup_batchId_idx" ON "ClusterGroup"("batchId");

-- AddForeignKey
ALTER TABLE "ClusterGroup" ADD CONSTRAINT "ClusterGroup_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
