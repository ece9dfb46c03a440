import { FileUp } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { TextArea } from "@/components/ui/text-area";
import { useLatest } from "@/components/ui/use-latest";

interface DropZoneProps {
  onFiles: (files: readonly File[]) => void;
  /** What files there may be, for people. */
  kinds: string;
  /** Endings that the system's dialog offers; null: all. */
  accept?: string;
  /** What may be pasted by itself; null: nothing. */
  paste: "article" | null;
}

/** Where files come in: dropped, chosen or pasted, and a text by itself. */
export function DropZone({ onFiles, kinds, accept, paste: pasted }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [text, setText] = useState("");

  const addText = (pasted: string) => {
    if (pasted.trim() !== "") onFiles([new File([pasted], "Pasted text.txt", { type: "text/plain" })]);
  };
  const add = useLatest({ files: onFiles, text: addText });

  useEffect(() => {
    const take = (event: Event, data: DataTransfer | null) => {
      if (data && data.files.length > 0) {
        event.preventDefault();
        add.current.files([...data.files]);
      } else if (data && pasted && !isTypedInto(event.target)) {
        event.preventDefault();
        add.current.text(data.getData("text/plain"));
      }
    };
    const paste = (event: ClipboardEvent) => take(event, event.clipboardData);
    const drop = (event: DragEvent) => {
      setOver(false);
      take(event, event.dataTransfer);
    };
    // Anywhere on the page: a file that misses the zone would otherwise take the place of the page, and all work with it.
    const allow = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") || !isTypedInto(event.target)) event.preventDefault();
    };
    document.addEventListener("paste", paste);
    document.addEventListener("drop", drop);
    document.addEventListener("dragover", allow);
    return () => {
      document.removeEventListener("paste", paste);
      document.removeEventListener("drop", drop);
      document.removeEventListener("dragover", allow);
    };
  }, [add, pasted]);

  return (
    <div className={cn("grid gap-4", pasted && "lg:grid-cols-2")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button inside is the other */}
      <div
        onDragOver={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        className={cn(
          "flex min-h-44 flex-col items-center justify-center gap-3 rounded-lg border-2 border-dashed px-4 py-6 text-center",
          over ? "border-accent bg-accent-tint" : "border-border-strong bg-surface-raised",
        )}
      >
        <FileUp aria-hidden className="size-6 text-text-muted" />
        <div>
          <p className="font-medium">Drop files here</p>
          <p className="max-w-prose text-sm text-text-muted">{kinds}</p>
        </div>
        <Button variant="primary" onClick={() => input.current?.click()}>
          Choose files
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept={accept}
          aria-label="Files to import"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            onFiles([...(event.target.files ?? [])]);
            // The same file chosen again is a choice again.
            event.target.value = "";
          }}
        />
      </div>
      {pasted && (
        <form
          className="flex flex-col gap-3 rounded-lg border bg-surface-raised p-4"
          onSubmit={(event) => {
            event.preventDefault();
            addText(text);
            setText("");
          }}
        >
          <TextArea
            label="Or paste an article"
            description="Its first line is taken for the title if an empty line follows."
            dir="auto"
            rows={4}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" className="mt-auto self-start" disabled={text.trim() === ""}>
            Add the text
          </Button>
        </form>
      )}
    </div>
  );
}

/** What takes a paste or a drop of text by itself. */
const isTypedInto = (target: EventTarget | null) =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
