import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

interface RulingsClosedProps {
  assignmentId: string;
  /** A sentence: what has to come first. */
  why: string;
}

/** Before the document is settled, or while the reading is unfinished. */
export function RulingsClosed({ assignmentId, why }: RulingsClosedProps) {
  return (
    <>
      <PageHeader title="Rulings on your statements" />
      <EmptyState
        title="Not yet"
        action={
          <Link href={`/annotate/${assignmentId}`} className={buttonStyles({})}>
            Your reading
          </Link>
        }
      >
        {why}
      </EmptyState>
    </>
  );
}
