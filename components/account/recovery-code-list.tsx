"use client";
import { ShownOnce } from "@/components/ui/shown-once";

interface RecoveryCodeListProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Recovery codes, shown once. */
export function RecoveryCodeList({ codes, onDone }: RecoveryCodeListProps) {
  return (
    <ShownOnce title="Your recovery codes" what="codes" text={codes.join("\n")} done="I have kept them" onDone={onDone}>
      <p>
        For when your phone is not at hand: each works once. Keep them where you keep your passwords; they are not shown
        again.
      </p>
      <ul aria-label="Recovery codes" className="mt-3 grid gap-x-8 gap-y-1 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </ShownOnce>
  );
}
