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
}

/**
 * A write of a screen that is not edited meanwhile; the page is read anew after it. What may have arrived already is sent
 * again as the same operation.
 */
export function useWrite<Body extends { operationId: string }, Answer>({ send, failure, onDone }: Write<Body, Answer>) {
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
      router.refresh();
    },
    onError: (error) => {
      if (!(error instanceof ApiUnreachable)) uncertain.current = null;
      if (failure) toast.show({ tone: "danger", title: failure, description: messageOf(error) });
    },
  });
}
