"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { v7 as uuid } from "uuid";
import { ApiUnreachable } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { useToast } from "@/components/ui/toast";

interface Write<Body extends { operationId: string }, Answer> {
  send: (body: Body) => Promise<Answer>;
  /** Title of the message when it fails; null: the screen says it itself. */
  failure: string | null;
  onDone?: (answer: Answer, input: Omit<Body, "operationId">) => void;
  /**
   * Reads anew what the write changed, instead of the whole page. Screens that change their address in the browser alone need
   * it: the page would be read anew at the address it was last drawn for, and the browser led back there.
   */
  reread?: () => unknown;
}

/**
 * A write of a screen that is not edited meanwhile; the page is read anew after it. What may have arrived already is sent
 * again as the same operation.
 */
export function useWrite<Body extends { operationId: string }, Answer>(write: Write<Body, Answer>) {
  const { send, failure, onDone, reread } = write;
  const router = useRouter();
  const toast = useToast();
  const uncertain = useRef<{ body: string; operationId: string } | null>(null);
  return useMutation({
    mutationFn: (input: Omit<Body, "operationId">) => {
      const body = JSON.stringify(input);
      const operationId = uncertain.current?.body === body ? uncertain.current.operationId : uuid();
      uncertain.current = { body, operationId };
      return send({ ...input, operationId } as Body);
    },
    onSuccess: (answer, input) => {
      uncertain.current = null;
      onDone?.(answer, input);
      if (reread) void reread();
      else router.refresh();
    },
    onError: (error) => {
      if (!(error instanceof ApiUnreachable)) uncertain.current = null;
      if (failure) toast.show({ tone: "danger", title: failure, description: messageOf(error) });
    },
  });
}
