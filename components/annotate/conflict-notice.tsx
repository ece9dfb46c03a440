"use client";

import { useState } from "react";
import { ComparedParts } from "@/components/statement/compared-parts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contentOf } from "@/domain/statement/content";
import { describeChange } from "@/domain/statement/describe-content";
import type { StatementContent } from "@/domain/statement/statement";
import { takeParts } from "@/domain/statement/take-parts";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import type { OtherVersion } from "./entry";
import { nameStatement } from "./name-statement";

/** The statement changed elsewhere meanwhile: both versions, and the choice between them or between their parts. */
export function ConflictNotice({ statement, conflict }: { statement: ShownStatement; conflict: OtherVersion }) {
  const { settle, goTo, announce, codebook, registry, statements } = useAnnotationScreen();
  const [theirParts, setTheirParts] = useState<ReadonlySet<string>>(new Set());
  const theirs = contentOf(conflict.statement);
  const parts = describeChange(statement.content, theirs, { codebook, registry, nameOf: nameStatement(statements) });
  const mayMix = !conflict.deleted && !statement.deleted && parts.length > 1;

  const choose = (choice: "mine" | "theirs" | StatementContent, words: string) => {
    settle(statement.id, choice);
    // The buttons go away; the focus must not go with them.
    goTo(statement.id, "head");
    announce(words);
  };
  const choosePart = (place: number, isTheirs: boolean) => {
    const key = parts[place]?.key;
    if (key === undefined) return;
    setTheirParts((held) => new Set(isTheirs ? [...held, key] : [...held].filter((one) => one !== key)));
  };
  return (
    <Notice
      tone="danger"
      role="alert"
      title={conflict.deleted ? "This statement was deleted elsewhere" : "This statement was changed elsewhere"}
      action={
        <>
          <Button size="sm" onClick={() => choose("mine", "Your version is kept")}>
            {statement.deleted ? "Delete it all the same" : "Keep mine"}
          </Button>
          <Button size="sm" onClick={() => choose("theirs", "The other version is taken")}>
            {statement.deleted ? "Keep it" : conflict.deleted ? "Let it be deleted" : "Take theirs"}
          </Button>
          {mayMix && (
            <Button
              size="sm"
              onClick={() => choose(takeParts(statement.content, theirs, theirParts, codebook), "The mix is kept")}
            >
              Keep the parts chosen
            </Button>
          )}
        </>
      }
    >
      <p>
        {statement.deleted ? "Your deletion" : "Your version"} is not saved until you choose, perhaps after a look at
        the other tab.
      </p>
      {!conflict.deleted && (
        <div className="mt-2">
          <ComparedParts
            caption="Both versions"
            left="Mine"
            right="Theirs"
            rows={parts.map(({ part, before, after }) => ({ part, left: before, right: after }))}
            choice={
              mayMix ? { isRight: (place) => theirParts.has(parts[place]?.key ?? ""), choose: choosePart } : undefined
            }
          />
        </div>
      )}
    </Notice>
  );
}
