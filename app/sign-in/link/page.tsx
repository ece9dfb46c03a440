import type { Metadata } from "next";
import { LinkSignIn } from "@/components/account/link-sign-in";

export const metadata: Metadata = { title: "Signing in", referrer: "no-referrer" };

export default function SignInLinkPage() {
  return <LinkSignIn />;
}
