import type { Metadata } from "next";
import { InvitationScreen } from "@/components/members/invitation-screen";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer" };

export default function InvitationPage() {
  return <InvitationScreen />;
}
