import type { ReactNode } from "react";
import { Wordmark } from "@/components/shell/wordmark";

export default function SignInLayout({ children }: { children: ReactNode }) {
  return (
    <main
      id="content"
      tabIndex={-1}
      className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center px-5 py-16 outline-none"
    >
      <div className="mb-10 border-b pb-5">
        <p>
          <Wordmark large />
        </p>
        <p className="mt-2 text-text-muted">Who said what, where they stand, and how the article knows.</p>
      </div>
      {children}
    </main>
  );
}
