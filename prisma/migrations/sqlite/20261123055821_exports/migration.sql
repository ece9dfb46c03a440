-- CreateTable
CREATE TABLE "Export" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "projectId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "written" REAL NOT NULL DEFAULT 0,
    "expected" REAL,
    "sha256" TEXT,
    "problem" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" DATETIME,
    CONSTRAINT "Export_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Export_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "Export_userId_projectId_idx" ON "Export"("userId", "projectId");

-- CreateIndex
CREATE INDEX "Export_state_createdAt_idx" ON "Export"("state", "createdAt");
