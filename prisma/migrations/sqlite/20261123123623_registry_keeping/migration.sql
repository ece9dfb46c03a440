-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN "externalIds" JSONB;
ALTER TABLE "Speaker" ADD COLUMN "proposedAt" DATETIME;
ALTER TABLE "Speaker" ADD COLUMN "retiredAt" DATETIME;

-- AlterTable
ALTER TABLE "Target" ADD COLUMN "retiredAt" DATETIME;

-- CreateTable
CREATE TABLE "SpeakerDistinction" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SpeakerDistinction_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "SpeakerDistinction_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SpeakerDistinction_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Speaker" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "TargetPlace" (
    "targetId" TEXT NOT NULL PRIMARY KEY,
    "broaderId" TEXT NOT NULL,
    CONSTRAINT "TargetPlace_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "TargetPlace_broaderId_fkey" FOREIGN KEY ("broaderId") REFERENCES "Target" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "SpeakerDistinction_projectId_idx" ON "SpeakerDistinction"("projectId");

-- CreateIndex
CREATE INDEX "SpeakerDistinction_secondId_idx" ON "SpeakerDistinction"("secondId");

-- CreateIndex
CREATE UNIQUE INDEX "SpeakerDistinction_firstId_secondId_key" ON "SpeakerDistinction"("firstId", "secondId");

-- CreateIndex
CREATE INDEX "TargetPlace_broaderId_idx" ON "TargetPlace"("broaderId");
