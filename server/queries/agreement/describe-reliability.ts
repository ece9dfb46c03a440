import { AgreementQuery } from "@/domain/contract/agreement";
import { reliabilityReport } from "@/domain/report/reliability-report";
import { reportMarkdown } from "@/domain/report/report-markdown";
import type { Actor } from "@/server/auth/actor";
import { describeAgreement } from "./get-agreement";
import { gatherFacts } from "./get-reliability-report";
import { openAgreement } from "./open-agreement";

interface ReliabilityOptions {
  /** Ids; absent: all documents. */
  documents?: readonly string[];
  /** People may be told by name; otherwise nobody is told apart. */
  isNaming: boolean;
}

/** Documents that a report can be asked about one by one; of more it is about all. */
const MOST = 400;

/**
 * The reliability report as Markdown for a file that is handed on: it names nobody unless asked to, and says the same
 * whenever it is made of the same data. Errors: 404, 403, 409 no_codebook.
 */
export async function describeReliability(
  actor: Actor,
  projectId: string,
  { documents, isNaming }: ReliabilityOptions,
): Promise<string> {
  const chosen = documents && documents.length <= MOST ? { documents: documents.join(",") } : {};
  const query = AgreementQuery.parse(chosen);
  const opened = await openAgreement(actor, projectId, query);
  const opening = { ...opened, isMasked: opened.isMasked || !isNaming };
  const view = await describeAgreement(opening, query);
  return reportMarkdown(reliabilityReport(view, await gatherFacts(opening, query, null)));
}
