import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import type { Proposal } from "@/domain/review/propose";
import type { RulingWork } from "./ruling-work";
import { sayDecision } from "./say-ruling";

/** What most readings say, dashed as everything that nobody has taken yet. */
export function ProposalOffer({ proposal, work }: { proposal: Proposal; work: RulingWork }) {
  const keys = useKeyOf()("review.takeProposal");
  const found = work.cluster.statements.length;
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md border border-accent border-dashed px-3 py-2">
      <p className="min-w-0 flex-1 basis-40 text-sm">
        <span className="font-semibold">Proposed by majority:</span> {sayDecision(proposal.decision)}
        <span className="block text-text-muted text-xs">
          {found} of {work.readings.length} readings have it
        </span>
      </p>
      <Button size="sm" disabled={work.busy} onClick={work.takeProposal}>
        Take it {keys && <Kbd keys={keys} className="max-sm:hidden" />}
      </Button>
    </div>
  );
}
