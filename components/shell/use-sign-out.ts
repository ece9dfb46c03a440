"use client";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { useToast } from "@/components/ui/toast";

/** Ends the session and leaves every page of it behind. */
export function useSignOut(): () => void {
  const toast = useToast();
  const { mutate } = useMutation({
    mutationFn: () => api.delete("/session"),
    // A full load: nothing of the old session may stay in memory.
    onSuccess: () => window.location.assign("/sign-in"),
    onError: (error) => toast.show({ tone: "danger", title: "You are still signed in", description: messageOf(error) }),
  });
  return () => mutate();
}
