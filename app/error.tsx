"use client";
import { FailurePage } from "@/components/shell/failure-page";

export default function RootError(props: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <main id="content" tabIndex={-1} className="outline-none">
      <FailurePage {...props} />
    </main>
  );
}
