"use client";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toast";

interface RecoveryCodeListProps {
  codes: readonly string[];
  onDone: () => void;
}

/** Recovery codes, shown once. */
export function RecoveryCodeList({ codes, onDone }: RecoveryCodeListProps) {
  const toast = useToast();
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(codes.join("\n"));
      toast.show({ tone: "success", title: "Codes copied" });
    } catch {
      toast.show({ tone: "danger", title: "Not copied", description: "Select the codes and copy them by hand." });
    }
  }
  return (
    <Notice
      tone="success"
      role="status"
      title="Your recovery codes"
      action={
        <>
          <Button size="sm" variant="primary" onClick={copy}>
            Copy the codes
          </Button>
          <Button size="sm" onClick={onDone}>
            I have kept them
          </Button>
        </>
      }
    >
      <p>
        For when your phone is not at hand: each works once. Keep them where you keep your passwords; they are not shown
        again.
      </p>
      <ul aria-label="Recovery codes" className="mt-3 grid gap-x-8 gap-y-1 font-mono text-sm sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </Notice>
  );
}
