"use client";

import { Button } from "@/components/ui/button";
import { useKeyOf } from "@/components/ui/command-keys";
import { Kbd } from "@/components/ui/kbd";
import { useAnnotationScreen } from "./annotation-context";

/** Takes over at once all that is proposed in the form below. */
export function TakeProposals() {
  const { flow, editable } = useAnnotationScreen();
  const keys = useKeyOf()("proposals.take");
  const { speakerId, answers } = flow.proposed;
  const count = answers.length + (speakerId === null ? 0 : 1);
  if (!editable || count === 0) return null;
  return (
    <Button size="sm" className="justify-self-start border-dashed" onClick={flow.takeProposals}>
      Take {count === 1 ? "the proposed answer" : `all ${count} proposed answers`} {keys && <Kbd keys={keys} />}
    </Button>
  );
}
