import { DEFAULT_TARGET } from "@/domain/agreement/interpret-coefficient";
import { AgreementTarget } from "@/domain/contract/agreement";
import type * as rows from "@/prisma/generated/sqlite/client";

/** The alphas a project demands; one that nobody has set demands what is customary. */
export function agreementTargetOf(project: Pick<rows.Project, "agreementTarget">): AgreementTarget {
  return AgreementTarget.parse(project.agreementTarget ?? DEFAULT_TARGET);
}
