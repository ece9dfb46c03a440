-- CreateIndex
CREATE INDEX "Statement_parentId_idx" ON "Statement"("parentId");

-- CreateIndex
CREATE INDEX "Statement_sameClaimAsId_idx" ON "Statement"("sameClaimAsId");

-- CreateIndex
CREATE INDEX "Statement_derivedFromId_idx" ON "Statement"("derivedFromId");

-- CreateIndex
CREATE INDEX "Ruling_goldStatementId_idx" ON "Ruling"("goldStatementId");
