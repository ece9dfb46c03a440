-- CreateTable
CREATE TABLE "KeptWords" (
    "statementId" TEXT NOT NULL PRIMARY KEY,
    "revision" INTEGER NOT NULL,
    "format" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    CONSTRAINT "KeptWords_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
