import Link from "next/link";
import { buttonStyles } from "@/components/ui/button-styles";
import { Notice } from "@/components/ui/notice";

/** The way to the statements that a change of the codebook asks about. */
export function RecheckNotice({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      className="mb-8"
      title={count === 1 ? "1 statement to look at again" : `${count.toLocaleString("en")} statements to look at again`}
      action={
        <Link href="/codebook/again" className={buttonStyles({ size: "sm" })}>
          Open the list
        </Link>
      }
    >
      The codebook changed since they were coded.
    </Notice>
  );
}
