-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "agreementTarget" JSONB;
