"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { ThemeProvider } from "next-themes";
import { type ReactNode, useState } from "react";
import { ToastProvider } from "@/components/ui/toast";

/** What every screen stands in: theme, data cache, messages. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [queries] = useState(
    // Screens start from the page's data; a failed call is shown, not repeated behind the reader's back.
    () => new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 10_000 } } }),
  );
  return (
    <ThemeProvider attribute="class" defaultTheme="system" enableSystem disableTransitionOnChange nonce={nonce}>
      <CSPProvider nonce={nonce}>
        <QueryClientProvider client={queries}>
          <Tooltip.Provider delay={500}>
            <ToastProvider>{children}</ToastProvider>
          </Tooltip.Provider>
        </QueryClientProvider>
      </CSPProvider>
    </ThemeProvider>
  );
}
