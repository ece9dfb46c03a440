import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { HueDot } from "@/components/ui/hue-chip";
import { spansInRole } from "@/domain/text/spans";
import { joinable, mergeable, type ReviewCluster, readingLetter } from "./review-cluster";
import { readingHue } from "./review-marks";

interface RegroupDialogProps {
  /** Null: closed. */
  what: "merge" | "split" | null;
  cluster: ReviewCluster;
  clusters: readonly ReviewCluster[];
  onClose: () => void;
  /** Sets of statement ids, each a cluster afterwards. */
  onRegroup: (groups: string[][]) => void;
  /** What is ruled on together with the cluster already. */
  together: readonly ReviewCluster[];
  /** Rules on another cluster together with this one, each staying what it is. */
  onJoin: (other: ReviewCluster) => void;
}

/** The nearest are meant; of a long article there are hundreds. */
const SHOWN = 12;

/** Which cluster is put together with this one, or which statement is taken out of it. */
export function RegroupDialog({ what, cluster, clusters, onClose, onRegroup, ...join }: RegroupDialogProps) {
  const choose = (groups: string[][]) => {
    onClose();
    onRegroup(groups);
  };
  const others = what === "merge" ? mergeable(cluster, clusters).slice(0, SHOWN) : [];
  const sharing = what === "merge" ? joinable(cluster, join.together, clusters) : [];
  const own = cluster.statements.map(({ id }) => id);
  return (
    <Dialog
      open={what !== null}
      onOpenChange={(open) => !open && onClose()}
      title={what === "split" ? "Take a statement out" : `Put cluster ${cluster.number} together with another`}
      description={
        what === "split"
          ? "It becomes a cluster of its own. A ruling on the cluster goes out of date; figures of agreement stay as they are."
          : "The nearest first. Rulings on either go out of date; figures of agreement stay as they are."
      }
    >
      <ul className="grid grid-cols-1 gap-2">
        {what === "split"
          ? cluster.found.map(
              (statement, index) =>
                statement && (
                  <li key={statement.id}>
                    <Button
                      className="h-auto w-full justify-start gap-3 whitespace-normal py-2 text-left font-normal"
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
          : others.map((other) => (
              <Other
                key={other.id}
                cluster={other}
                onChoose={() => choose([[...own, ...other.statements.map(({ id }) => id)]])}
              />
            ))}
        {what === "merge" && others.length === 0 && (
          <li className="text-sm text-text-muted">
            No other cluster can be one with this: some reading has a statement in both.
          </li>
        )}
      </ul>
      {sharing.length > 0 && (
        <section aria-labelledby="ruled-together" className="mt-5">
          <h3 id="ruled-together" className="font-semibold text-sm">
            Or rule on both together
          </h3>
          <p className="mt-1 mb-2 text-sm text-text-muted">
            A cluster has at most one statement of each reading. Where one reading has in two statements what another
            has in one, both clusters get one ruling, and the gold statement is derived from all of them.
          </p>
          <ul className="grid grid-cols-1 gap-2">
            {sharing.slice(0, SHOWN).map((other) => (
              <Other
                key={other.id}
                cluster={other}
                onChoose={() => {
                  onClose();
                  join.onJoin(other);
                }}
              />
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}

/** A cluster to choose, with the readings that have a statement in it. */
function Other({ cluster, onChoose }: { cluster: ReviewCluster; onChoose: () => void }) {
  return (
    <li>
      <Button
        className="h-auto w-full justify-start gap-3 whitespace-normal py-2 text-left font-normal"
        onClick={onChoose}
      >
        <span className="font-semibold tabular-nums">{cluster.number}</span>
        <Quote cluster={cluster} />
        <span className="ml-auto text-text-muted text-xs">
          {cluster.found.flatMap((statement, index) => (statement ? readingLetter(index) : [])).join(", ")}
        </span>
      </Button>
    </li>
  );
}

function Quote({ cluster }: { cluster: Pick<ReviewCluster, "statements"> }) {
  return (
    <span className="line-clamp-2 min-w-0 font-serif" dir="auto">
      {spansInRole(cluster.statements[0]?.spans ?? [], "content")[0]?.quote}
    </span>
  );
}
