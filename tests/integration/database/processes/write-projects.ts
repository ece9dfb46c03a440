import { v7 } from "uuid";
import { database, inTransaction } from "@/server/database/client";

// Writes as many rows as asked, one acknowledged after the other, half of them in transactions of their own.
const project = () => ({ id: v7(), name: "written", pseudonymSecret: "s" });
for (let n = 0; n < Number(process.argv[2]); n += 1) {
  if (n % 2 === 0) await database().project.create({ data: project() });
  else await inTransaction((tx) => tx.project.create({ data: project() }));
}
process.stdout.write(`${await database().project.count()} written\n`);
// Ended without closing: what counts is what the writes themselves made durable.
process.kill(process.pid, "SIGKILL");
