import type { Metadata } from "next";
import { ProviderReturn } from "@/components/account/provider-return";

export const metadata: Metadata = { title: "Signing in", referrer: "no-referrer" };

export default function ProviderReturnPage() {
  return <ProviderReturn />;
}
