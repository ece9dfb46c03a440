"use client";

import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { contentOf } from "@/domain/statement/content";
import type { ShownStatement } from "./annotation";
import { useAnnotationScreen } from "./annotation-context";
import { compareContents } from "./describe-content";
import type { OtherVersion } from "./statement-queue";

/** The statement changed elsewhere meanwhile: both versions, and the choice between them. */
export function ConflictNotice({ statement, conflict }: { statement: ShownStatement; conflict: OtherVersion }) {
  const { settle, goTo, codebook, registry } = useAnnotationScreen();
  const choose = (choice: "mine" | "theirs") => {
    settle(statement.id, choice);
    // The buttons go away; the focus must not go with them.
    goTo(statement.id, "head");
  };
  const rows = compareContents(statement.content, contentOf(conflict.statement), { codebook, registry });
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
        <table className="mt-2 w-full table-fixed text-left">
          <thead>
            <tr>
              <th scope="col" className="w-1/4 py-1 pr-2 font-medium">
                Part
              </th>
              <th scope="col" className="py-1 pr-2 font-medium">
                Mine
              </th>
              <th scope="col" className="py-1 font-medium">
                Theirs
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.part} className="border-t align-top">
                <th scope="row" className="py-1 pr-2 font-normal text-text-muted">
                  {row.part}
                </th>
                <td className="break-words py-1 pr-2">{row.mine || "–"}</td>
                <td className="break-words py-1">{row.theirs || "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Notice>
  );
}
