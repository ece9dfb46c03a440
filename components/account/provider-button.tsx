"use client";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { OidcStarted } from "@/domain/contract/oidc";

/** Leads to the sign-in provider of this server. */
export function ProviderButton({ name, next }: { name: string; next: string }) {
  const start = useMutation({
    mutationFn: () => api.post<OidcStarted>("/session/oidc", { next }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <div className="mt-6 flex flex-col gap-4 border-t pt-6">
      {start.error && (
        <Notice tone="danger" role="alert">
          {messageOf(start.error)}
        </Notice>
      )}
      <Button size="lg" busy={start.isPending || start.isSuccess} onClick={() => start.mutate()}>
        Sign in with {name}
      </Button>
    </div>
  );
}
