"use client";

import { useEffect, useRef } from "react";
import type { ChangeNotice } from "@/domain/contract/history";
import type { Speaker, Target } from "@/domain/contract/registry";
import type { Assignment } from "@/domain/contract/work";
import { contentOf } from "@/domain/statement/content";
import type { ChangeLog } from "../change-log";
import type { StatementSaver } from "../statement-saver";
import { takeVersion, type Version } from "../take-version";
import { HeldVersions } from "./held-versions";
import { SharedChanges } from "./shared-changes";

type LiveChangesInput = {
  userId: string;
  assignmentId: string;
  /** Sequence of the last event that the page's data holds. */
  after: number;
  saver: StatementSaver;
  log: ChangeLog;
  onAssignment: (assignment: Assignment) => void;
  onSpeaker: (speaker: Speaker) => void;
  onTarget: (target: Target) => void;
  /** A statement was changed, made or deleted elsewhere, and now is so here. */
  onTaken: (version: Version) => void;
};

/** Takes over what other tabs and devices of the same person do, as it happens. */
export function useLiveChanges(input: LiveChangesInput): void {
  const latest = useRef(input);
  useEffect(() => {
    latest.current = input;
  });
  const { userId, assignmentId, after } = input;
  const start = useRef(after);

  useEffect(() => {
    const held = new HeldVersions((version) => {
      const { saver, onTaken } = latest.current;
      const before = saver.getQueue();
      saver.takeOver((queue) => takeVersion(queue, version));
      if (saver.getQueue() !== before) onTaken(version);
    });

    function hear(notice: ChangeNotice): void {
      const { log, onAssignment, onSpeaker, onTarget } = latest.current;
      switch (notice.about) {
        case "statement": {
          const { change, statement, assignment } = notice;
          log.add(change);
          onAssignment(assignment);
          const content = statement ? contentOf(statement) : change.before;
          const { statementId, revision } = change;
          if (content) held.offer({ statementId, content, deleted: statement === null, revision });
          break;
        }
        case "assignment":
          onAssignment(notice.assignment);
          break;
        case "speaker":
          onSpeaker(notice.speaker);
          break;
        case "target":
          onTarget(notice.target);
          break;
      }
    }

    const changes = new SharedChanges({
      ...{ userId, assignmentId, after: start.current },
      onNotice: ({ notice }) => hear(notice),
    });
    const look = () => (document.visibilityState === "visible" ? changes.open() : changes.close());
    look();
    document.addEventListener("visibilitychange", look);
    const stopListening = held.listen();
    return () => {
      document.removeEventListener("visibilitychange", look);
      stopListening();
      changes.close();
    };
  }, [userId, assignmentId]);
}
