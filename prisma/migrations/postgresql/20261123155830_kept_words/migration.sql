-- CreateTable
CREATE TABLE "KeptWords" (
    "statementId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "KeptWords_pkey" PRIMARY KEY ("statementId")
);

-- AddForeignKey
ALTER TABLE "KeptWords" ADD CONSTRAINT "KeptWords_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;
