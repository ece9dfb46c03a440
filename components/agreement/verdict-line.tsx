import { cn } from "@/components/ui/cn";
import type { Verdict } from "@/domain/agreement/interpret-coefficient";

/** A shape for each verdict, so that its meaning never rests on colour. */
const SIGNS: Partial<Record<Verdict, { glyph: string; tone: string }>> = {
  reliable: { glyph: "●", tone: "text-success" },
  tentative: { glyph: "◐", tone: "text-warning" },
  unclear: { glyph: "◌", tone: "text-text-muted" },
  unreliable: { glyph: "○", tone: "text-danger" },
  chance: { glyph: "○", tone: "text-danger" },
  prevalence: { glyph: "◌", tone: "text-warning" },
};

/** What a figure means, in a sentence for somebody who is no statistician. */
export function VerdictLine({ verdict, sentence }: { verdict?: Verdict; sentence: string }) {
  const sign = verdict && SIGNS[verdict];
  return (
    <p className="mt-1.5 max-w-prose text-sm">
      {sign && (
        <span aria-hidden className={cn("mr-1.5", sign.tone)}>
          {sign.glyph}
        </span>
      )}
      {sentence}
    </p>
  );
}
