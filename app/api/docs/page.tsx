import type { Metadata } from "next";
import { ApiScreen } from "@/components/api-docs/api-screen";
import { env } from "@/server/env";
import { describeApi } from "@/server/openapi";

export const metadata: Metadata = { title: "API" };

/** Needs no sign-in, as openapi.json: it describes the API, not anybody's data. */
export default function ApiPage() {
  return (
    <main id="content" tabIndex={-1} className="outline-none">
      <ApiScreen api={describeApi()} origin={env().appUrl} />
    </main>
  );
}
