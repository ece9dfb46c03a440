// Next calls this once when the server starts, before it answers anything. The only place that knows all the parts.
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { boot } = await import("@/server/boot");
  const { ensureOwner } = await import("@/seeds/owner");
  const { seedSampleProject } = await import("@/seeds/sample-project");
  await boot({
    findOwnerId: async () => (await ensureOwner()).userId,
    seed: async () => {
      const outcome = await seedSampleProject(await ensureOwner());
      return outcome === "created" ? "Made the sample project" : null;
    },
  });
}
