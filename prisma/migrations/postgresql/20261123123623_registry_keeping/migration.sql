-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN     "externalIds" JSONB,
ADD COLUMN     "proposedAt" TIMESTAMP(3),
ADD COLUMN     "retiredAt" TIMESTAMP(3);

-- AlterTable
ALTER TABLE "Target" ADD COLUMN     "retiredAt" TIMESTAMP(3);

-- CreateTable
CREATE TABLE "SpeakerDistinction" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SpeakerDistinction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TargetPlace" (
    "targetId" TEXT NOT NULL,
    "broaderId" TEXT NOT NULL,

    CONSTRAINT "TargetPlace_pkey" PRIMARY KEY ("targetId")
);

-- CreateIndex
CREATE INDEX "SpeakerDistinction_projectId_idx" ON "SpeakerDistinction"("projectId");

-- CreateIndex
CREATE INDEX "SpeakerDistinction_secondId_idx" ON "SpeakerDistinction"("secondId");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakerDistinction_firstId_secondId_key" ON "SpeakerDistinction"("firstId", "secondId");

-- CreateIndex
CREATE INDEX "TargetPlace_broaderId_idx" ON "TargetPlace"("broaderId");

-- AddForeignKey
ALTER TABLE "SpeakerDistinction" ADD CONSTRAINT "SpeakerDistinction_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerDistinction" ADD CONSTRAINT "SpeakerDistinction_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SpeakerDistinction" ADD CONSTRAINT "SpeakerDistinction_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Speaker"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetPlace" ADD CONSTRAINT "TargetPlace_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TargetPlace" ADD CONSTRAINT "TargetPlace_broaderId_fkey" FOREIGN KEY ("broaderId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;
