import { ensureOwner } from "@/seeds/owner";
import { boot } from "@/server/boot";

// The start of a server without Next and without the sample project; stays up until it is ended.
process.on("SIGTERM", () => process.exit(143));
await boot({ seed: async () => "Made nothing", findOwnerId: async () => (await ensureOwner()).userId });
setInterval(() => {}, 60_000);
