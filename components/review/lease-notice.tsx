import { Notice } from "@/components/ui/notice";
import type { LeaseView } from "@/domain/contract/review-queue";

/** Why a reviewer can only read: somebody else has the document. */
export function LeaseNotice({ lease }: { lease: LeaseView }) {
  return (
    <Notice role="status" className="m-4 mb-0" title={`${lease.holder} is reviewing this document`}>
      You can read everything. As soon as they leave it, or their page has been closed for a minute and a half, you can
      rule here; this page notices by itself.
    </Notice>
  );
}
