import type { ReactNode } from "react";
import SignInLayout from "../sign-in/layout";

export default function InvitationLayout({ children }: { children: ReactNode }) {
  return <SignInLayout>{children}</SignInLayout>;
}
