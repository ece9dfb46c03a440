-- CreateTable
CREATE TABLE "TargetAlias" (
    "id" TEXT NOT NULL,
    "targetId" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "TargetAlias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetDistinction" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TargetDistinction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TargetAlias_targetId_name_key" ON "TargetAlias"("targetId", "name");

-- CreateIndex
CREATE INDEX "TargetDistinction_projectId_idx" ON "TargetDistinction"("projectId");

-- CreateIndex
CREATE INDEX "TargetDistinction_secondId_idx" ON "TargetDistinction"("secondId");

-- CreateIndex
CREATE UNIQUE INDEX "TargetDistinction_firstId_secondId_key" ON "TargetDistinction"("firstId", "secondId");

-- AddForeignKey
ALTER TABLE "TargetAlias" ADD CONSTRAINT "TargetAlias_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetDistinction" ADD CONSTRAINT "TargetDistinction_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetDistinction" ADD CONSTRAINT "TargetDistinction_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetDistinction" ADD CONSTRAINT "TargetDistinction_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;
