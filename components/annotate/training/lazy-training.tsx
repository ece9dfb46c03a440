"use client";

import { type ComponentType, useEffect } from "react";
import { type LazyPart, lazyPart, useLazyPart } from "@/components/ui/lazy-part";
import { useTrouble } from "@/components/ui/use-trouble";

// What only a training pass has: other readings do not carry its script.
const check = lazyPart(async () => (await import("./training-check")).TrainingCheck);
const bar = lazyPart(async () => (await import("./training-bar")).TrainingBar);

function useFetched<Props>(part: LazyPart<ComponentType<Props>>): ComponentType<Props> | null {
  const sayTrouble = useTrouble();
  useEffect(() => {
    part.load().catch(() => sayTrouble("What gold has could not be asked for"));
  }, [part, sayTrouble]);
  return useLazyPart(part);
}

/** Of a training pass: how gold has the open statement. */
export function LazyTrainingCheck({ statementId }: { statementId: string }) {
  const Check = useFetched(check);
  return Check && <Check key={statementId} statementId={statementId} />;
}

/** Of a training pass: what it is for, and once it is submitted, what it reached. */
export function LazyTrainingBar() {
  const Bar = useFetched(bar);
  return Bar && <Bar />;
}
