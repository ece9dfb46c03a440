import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { Page } from "./page";

/** The same for what does not exist and for what the reader may not see. */
export function NotFoundPage() {
  return (
    <Page className="max-w-xl py-24 sm:py-32">
      <h1 className="font-serif text-3xl">There is nothing here</h1>
      <p className="mt-3 text-text-muted">The address may be mistyped, or what it names is not shared with you.</p>
      <Link href="/" className={buttonStyles({ className: "mt-6" })}>
        Back to my work
      </Link>
    </Page>
  );
}
