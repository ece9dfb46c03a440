-- CreateTable
CREATE TABLE "FindingAnswer" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "revisions" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "withdrawnAt" TIMESTAMP(3),

    CONSTRAINT "FindingAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recode" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "change" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "statements" JSONB NOT NULL,
    "actorId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "undoneAt" TIMESTAMP(3),

    CONSTRAINT "Recode_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FindingAnswer_projectId_rule_idx" ON "FindingAnswer"("projectId", "rule");

-- CreateIndex
CREATE INDEX "Recode_projectId_createdAt_idx" ON "Recode"("projectId", "createdAt");

-- AddForeignKey
ALTER TABLE "FindingAnswer" ADD CONSTRAINT "FindingAnswer_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recode" ADD CONSTRAINT "Recode_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;
