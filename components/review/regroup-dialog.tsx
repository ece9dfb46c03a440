import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { HueDot } from "@/components/ui/hue-chip";
import { spansInRole } from "@/domain/text/spans";
import { mergeable, type ReviewCluster, readingLetter } from "./review-cluster";
import { readingHue } from "./review-marks";

interface RegroupDialogProps {
  /** Null: closed. */
  what: "merge" | "split" | null;
  cluster: ReviewCluster;
  clusters: readonly ReviewCluster[];
  onClose: () => void;
  /** Sets of statement ids, each a cluster afterwards. */
  onRegroup: (groups: string[][]) => void;
}

/** Which cluster is put together with this one, or which statement is taken out of it. */
export function RegroupDialog({ what, cluster, clusters, onClose, onRegroup }: RegroupDialogProps) {
  const choose = (groups: string[][]) => {
    onClose();
    onRegroup(groups);
  };
  const own = cluster.statements.map(({ id }) => id);
  return (
    <Dialog
      open={what !== null}
      onOpenChange={(open) => !open && onClose()}
      title={what === "split" ? "Take a statement out" : `Put cluster ${cluster.number} together with another`}
      description={
        what === "split"
          ? "It becomes a cluster of its own. A ruling on the cluster goes out of date."
          : "The nearest first. A cluster has at most one statement of each reading; rulings on either go out of date."
      }
    >
      <ul className="grid gap-2">
        {what === "split"
          ? cluster.found.map(
              (statement, index) =>
                statement && (
                  <li key={statement.id}>
                    <Button
                      className="h-auto w-full justify-start gap-3 py-2 text-left font-normal"
                      onClick={() => choose([[statement.id], own.filter((id) => id !== statement.id)])}
                    >
                      <span className="flex items-center gap-2 font-semibold">
                        <HueDot hue={readingHue(index)} /> {readingLetter(index)}
                      </span>
                      <Quote cluster={{ statements: [statement] }} />
                    </Button>
                  </li>
                ),
            )
          : mergeable(cluster, clusters).map((other) => (
              <li key={other.id}>
                <Button
                  className="h-auto w-full justify-start gap-3 py-2 text-left font-normal"
                  onClick={() => choose([[...own, ...other.statements.map(({ id }) => id)]])}
                >
                  <span className="font-semibold tabular-nums">{other.number}</span>
                  <Quote cluster={other} />
                  <span className="ml-auto text-text-muted text-xs">
                    {other.found.flatMap((statement, index) => (statement ? readingLetter(index) : [])).join(", ")}
                  </span>
                </Button>
              </li>
            ))}
      </ul>
    </Dialog>
  );
}

function Quote({ cluster }: { cluster: Pick<ReviewCluster, "statements"> }) {
  return (
    <span className="line-clamp-2 min-w-0 font-serif" dir="auto">
      {spansInRole(cluster.statements[0]?.spans ?? [], "content")[0]?.quote}
    </span>
  );
}
