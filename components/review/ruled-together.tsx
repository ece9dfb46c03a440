import { X } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { spansInRole } from "@/domain/text/spans";
import type { ReviewCluster } from "./review-cluster";

interface RuledTogetherProps {
  clusters: readonly ReviewCluster[];
  onOpen: (id: string) => void;
  onRemove: (cluster: ReviewCluster) => void;
}

/** The clusters that one ruling settles together with the open one. */
export function RuledTogether({ clusters, onOpen, onRemove }: RuledTogetherProps) {
  if (clusters.length === 0) return null;
  return (
    <section aria-label="Ruled on together" className="mb-4 rounded-md border border-accent bg-accent-tint p-3 text-sm">
      <p className="font-medium">The ruling settles this cluster together with</p>
      <ul className="mt-1">
        {clusters.map((cluster) => (
          <li key={cluster.id} className="flex items-center gap-2">
            <button
              type="button"
              className="min-h-8 min-w-0 flex-1 rounded-sm text-left hover:underline"
              onClick={() => onOpen(cluster.id)}
            >
              <span className="mr-2 font-semibold tabular-nums">{cluster.number}</span>
              <span className="font-serif" dir="auto">
                {spansInRole(cluster.statements[0]?.spans ?? [], "content")[0]?.quote.slice(0, 120)}
              </span>
            </button>
            <IconButton
              label={`Rule on cluster ${cluster.number} by itself`}
              size="sm"
              onClick={() => onRemove(cluster)}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
