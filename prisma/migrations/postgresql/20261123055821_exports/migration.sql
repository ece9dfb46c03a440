-- CreateTable
CREATE TABLE "Export" (
    "id" TEXT NOT NULL,
    "projectId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "choice" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "written" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "expected" DOUBLE PRECISION,
    "sha256" TEXT,
    "problem" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Export_userId_projectId_idx" ON "Export"("userId", "projectId");

-- CreateIndex
CREATE INDEX "Export_state_createdAt_idx" ON "Export"("state", "createdAt");

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Export" ADD CONSTRAINT "Export_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
