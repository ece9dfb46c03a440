"use client";
import { type ComponentType, useEffect, useState } from "react";
import { catchLetters } from "./catch-letters";
import { type LazyPart, useLazyPart } from "./lazy-part";
import { useLatest } from "./use-latest";
import { useTrouble } from "./use-trouble";

interface OpenState {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

interface LazyDialogProps<Props extends OpenState> {
  part: LazyPart<ComponentType<Props>>;
  /** Begins the sentence "… could not be opened". */
  name: string;
  /** What the dialog gets. */
  dialog: Props;
}

/**
 * A dialog that few visits open: the screen starts without its script, which is fetched when it is first opened. Until
 * it is there letters do nothing, as they will in the dialog; when it cannot be fetched that is said, and it is closed.
 */
export function LazyDialog<Props extends OpenState>({ part, name, dialog }: LazyDialogProps<Props>) {
  const Loaded = useLazyPart(part);
  // Others may have fetched it: what nobody opened has no work to do.
  const [wasOpened, setWasOpened] = useState(dialog.open);
  if (dialog.open && !wasOpened) setWasOpened(true);
  const sayTrouble = useTrouble();
  const latest = useLatest(() => {
    dialog.onOpenChange(false);
    sayTrouble(`${name} could not be opened`);
  });
  const isAwaited = dialog.open && Loaded === null;
  useEffect(() => {
    if (!isAwaited) return;
    let isGivenUp = false;
    const letters = catchLetters();
    part.load().catch(() => {
      if (!isGivenUp) latest.current();
    });
    return () => {
      isGivenUp = true;
      letters.release();
    };
  }, [isAwaited, part, latest]);
  return wasOpened && Loaded && <Loaded {...dialog} />;
}
