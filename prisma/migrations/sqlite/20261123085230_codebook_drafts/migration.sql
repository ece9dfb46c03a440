-- CreateTable
CREATE TABLE "CodebookDraft" (
    "projectId" TEXT NOT NULL PRIMARY KEY,
    "content" JSONB NOT NULL,
    "baseVersion" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "CodebookDraft_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CodebookEffect" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "codebookVersionId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "causes" JSONB NOT NULL,
    "operationId" TEXT,
    "revision" INTEGER,
    "settledAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CodebookEffect_codebookVersionId_fkey" FOREIGN KEY ("codebookVersionId") REFERENCES "CodebookVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "CodebookEffect_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "CodebookEffect_statementId_idx" ON "CodebookEffect"("statementId");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookEffect_codebookVersionId_statementId_outcome_key" ON "CodebookEffect"("codebookVersionId", "statementId", "outcome");
