import { getHealth } from "@/server/database/get-health";

export const dynamic = "force-dynamic";

/** Whether the server can do its work: 503 when the database does not answer. */
export async function GET(): Promise<Response> {
  const health = await getHealth();
  const status = health.status === "ok" ? 200 : 503;
  return Response.json(health, { status, headers: { "Cache-Control": "no-store" } });
}
