import Link from "next/link";
import { Notice } from "@/components/ui/notice";

/** What one should know before using the data. */
export function ExportNotes() {
  return (
    <Notice tone="info" role="note" title="Before you use it">
      <ul className="list-disc space-y-1 pl-4">
        <li>
          Annotators appear under pseudonyms that are stable within this project and mean nothing outside it, unless
          names are asked for.
        </li>
        <li>
          Offsets count Unicode code points from 0, end exclusive, as Python and R do:{" "}
          <code>text[start:end] == quote</code>. Formats whose readers count otherwise say so in the file.
        </li>
        <li>The file holds finished readings only; “finished and marked nothing” is in it, “not finished” is not.</li>
        <li>
          A program can fetch it too:{" "}
          <Link href="/api/docs" className="underline underline-offset-2">
            how the API works
          </Link>
          .
        </li>
      </ul>
    </Notice>
  );
}
