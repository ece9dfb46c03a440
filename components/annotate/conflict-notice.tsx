"use client";

import { ComparedParts } from "@/components/statement/compared-parts";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contentOf } from "@/domain/statement/content";
import { describeChange } from "@/domain/statement/describe-content";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import type { OtherVersion } from "./statement-queue";

/** The statement changed elsewhere meanwhile: both versions, and the choice between them. */
export function ConflictNotice({ statement, conflict }: { statement: ShownStatement; conflict: OtherVersion }) {
  const { settle, goTo, codebook, registry } = useAnnotationScreen();
  const choose = (choice: "mine" | "theirs") => {
    settle(statement.id, choice);
    // The buttons go away; the focus must not go with them.
    goTo(statement.id, "head");
  };
  const rows = describeChange(statement.content, contentOf(conflict.statement), { codebook, registry }).map(
    ({ part, before, after }) => ({ part, left: before, right: after }),
  );
  return (
    <Notice
      tone="danger"
      role="alert"
      title={conflict.deleted ? "This statement was deleted elsewhere" : "This statement was changed elsewhere"}
      action={
        <>
          <Button size="sm" onClick={() => choose("mine")}>
            {statement.deleted ? "Delete it all the same" : "Keep mine"}
          </Button>
          <Button size="sm" onClick={() => choose("theirs")}>
            {statement.deleted ? "Keep it" : conflict.deleted ? "Let it be deleted" : "Take theirs"}
          </Button>
        </>
      }
    >
      <p>
        {statement.deleted ? "Your deletion" : "Your version"} is not saved until you choose, perhaps after a look at
        the other tab.
      </p>
      {!conflict.deleted && (
        <div className="mt-2">
          <ComparedParts caption="Both versions" left="Mine" right="Theirs" rows={rows} />
        </div>
      )}
    </Notice>
  );
}
