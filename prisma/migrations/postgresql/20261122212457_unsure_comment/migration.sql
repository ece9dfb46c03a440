-- AlterTable
ALTER TABLE "Statement" ADD COLUMN     "unsureComment" TEXT;
