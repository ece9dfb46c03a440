"use client";
import { useWrite } from "@/components/shell/use-write";
import { useRegistry } from "./registry-context";

type Write<Body extends { operationId: string }, Answer> = Omit<Parameters<typeof useWrite<Body, Answer>>[0], "reread">;

/** A write of the registry's screen; its lists are read anew after it. */
export function useRegistryWrite<Body extends { operationId: string }, Answer>(write: Write<Body, Answer>) {
  const { reread } = useRegistry();
  return useWrite({ ...write, reread });
}
