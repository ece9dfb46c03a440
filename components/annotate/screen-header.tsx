"use client";

import {
  ArrowRight,
  BookMarked,
  BookOpen,
  Keyboard,
  Lightbulb,
  MoreHorizontal,
  Printer,
  Redo2,
  RotateCcw,
  Scale,
  Search,
  Undo2,
} from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useCommandCentre } from "@/components/commands/command-centre";
import { useEditPreferences } from "@/components/preferences/preferences-provider";
import { ReadingSettings } from "@/components/preferences/reading-settings";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { useKeyOf } from "@/components/ui/command-keys";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { useAnnotationScreen } from "./annotation-context";
import { OutboxBanner } from "./outbox-banner";
import { SaveStatus } from "./save-status";
import { LazyTrainingBar } from "./training/lazy-training";
import { useUnfinished } from "./use-unfinished";

type ScreenHeaderProps = {
  onSubmit: () => void;
  onGuidelines: () => void;
};

/** How far the work is, whether it is saved, and what can be done with all of it. */
export function ScreenHeader({ onSubmit, onGuidelines }: ScreenHeaderProps) {
  const { assignment, statements, editable, can, undo, redo, goTo, view, suggestions } = useAnnotationScreen();
  const unfinished = useUnfinished(statements);
  const first = unfinished?.[0];
  const keyOf = useKeyOf();
  const { openPalette, openSheet } = useCommandCentre();
  const { preferences, change } = useEditPreferences();
  return (
    <header className="col-span-full flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b bg-surface px-3 py-1.5 sm:px-4">
      <p className="flex items-center gap-2 whitespace-nowrap text-sm tabular-nums">
        {/* The panel says the number too: on a narrow screen what is left to do is worth more. */}
        <span className={editable && first ? "max-sm:hidden" : undefined}>
          {statements.length} statement{statements.length === 1 ? "" : "s"}
        </span>
        {editable && first && (
          <button
            type="button"
            className="rounded-sm px-1 text-warning underline decoration-dotted underline-offset-4"
            onClick={() => goTo(first.id, first.problems[0]?.path ?? "spans")}
          >
            {unfinished?.length} to finish
          </button>
        )}
      </p>
      <SaveStatus />
      <div className="ml-auto flex items-center gap-1">
        <span className="contents max-sm:hidden">
          <IconButton label="Undo" keys={keyOf("edit.undo")} disabled={!can.undo} onClick={undo} tooltipSide="bottom">
            <Undo2 aria-hidden />
          </IconButton>
          <IconButton label="Redo" keys={keyOf("edit.redo")} disabled={!can.redo} onClick={redo} tooltipSide="bottom">
            <Redo2 aria-hidden />
          </IconButton>
          <IconButton label="Guidelines" keys={keyOf("screen.guidelines")} onClick={onGuidelines} tooltipSide="bottom">
            <BookOpen aria-hidden />
          </IconButton>
          <IconButton label="Keyboard shortcuts" keys={keyOf("screen.help")} onClick={openSheet} tooltipSide="bottom">
            <Keyboard aria-hidden />
          </IconButton>
        </span>
        <ReadingSettings keys={keyOf("screen.reading")} />
        <Menu
          align="end"
          trigger={
            <Button variant="quiet" aria-label="More" className="w-8 px-0">
              <MoreHorizontal aria-hidden className="size-4" />
            </Button>
          }
        >
          <MenuItem onSelect={undo} disabled={!can.undo} keys={keyOf("edit.undo")}>
            <Undo2 aria-hidden /> Undo
          </MenuItem>
          <MenuItem onSelect={redo} disabled={!can.redo} keys={keyOf("edit.redo")}>
            <Redo2 aria-hidden /> Redo
          </MenuItem>
          <MenuItem onSelect={onGuidelines} keys={keyOf("screen.guidelines")}>
            <BookOpen aria-hidden /> Guidelines
          </MenuItem>
          {suggestions.isPossible && (
            <MenuItem onSelect={suggestions.toggle} keys={keyOf("suggestions.toggle")}>
              <Lightbulb aria-hidden /> {suggestions.isWanted ? "Hide" : "Show"} suggestions
            </MenuItem>
          )}
          <MenuItem render={<Link href={`/codebook?project=${view.project.id}&part=read`} target="_blank" />}>
            <BookMarked aria-hidden /> Codebook
          </MenuItem>
          <MenuItem render={<Link href={`/read/${view.document.id}`} target="_blank" />}>
            <Printer aria-hidden /> Printable article
          </MenuItem>
          {!editable && assignment.kind === "annotation" && (
            <MenuItem render={<Link href={`/rulings/${view.assignment.id}`} />}>
              <Scale aria-hidden /> Rulings on your statements
            </MenuItem>
          )}
          <MenuSeparator />
          <MenuItem onSelect={openPalette} keys={keyOf("screen.palette")}>
            <Search aria-hidden /> Find a command
          </MenuItem>
          <MenuItem onSelect={openSheet} keys={keyOf("screen.help")}>
            <Keyboard aria-hidden /> Keyboard shortcuts
          </MenuItem>
          <MenuItem onSelect={() => change((held) => ({ ...held, singleKeys: !held.singleKeys }))}>
            <Keyboard aria-hidden /> Turn single-key shortcuts {preferences.singleKeys ? "off" : "on"}
          </MenuItem>
        </Menu>
        {editable ? (
          <Button variant="primary" onClick={onSubmit} className="ml-1">
            Submit
          </Button>
        ) : (
          <Submitted />
        )}
      </div>
      <div ref={suggestions.setSlot} className="basis-full empty:hidden" />
      <OutboxBanner />
      {assignment.kind === "training" && <LazyTrainingBar />}
    </header>
  );
}

function Submitted() {
  const { reopen, view } = useAnnotationScreen();
  const toast = useToast();
  const [busy, setBusy] = useState(false);

  async function undoSubmission(): Promise<void> {
    setBusy(true);
    try {
      await reopen();
    } catch (error) {
      toast.show({
        tone: "danger",
        title: "Not reopened",
        description: error instanceof Error ? error.message : undefined,
      });
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Badge tone="success" className="max-sm:hidden">
        Submitted
      </Badge>
      {view.assignment.kind === "annotation" && (
        <Button busy={busy} onClick={undoSubmission}>
          <RotateCcw aria-hidden className="size-4" /> Reopen
        </Button>
      )}
      <Link
        href={view.nextAssignmentId ? `/annotate/${view.nextAssignmentId}` : "/"}
        className={buttonStyles({ variant: "primary" })}
      >
        {view.nextAssignmentId ? "Next assignment" : "My work"} <ArrowRight aria-hidden className="size-4" />
      </Link>
    </>
  );
}
