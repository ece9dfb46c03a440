import { ownDataDirectory } from "@/server/database/data-directory";

// Owns the directory DATA_DIR until it is killed, as a server does. With "busy" its event loop is blocked meanwhile.
try {
  ownDataDirectory(process.env.DATA_DIR ?? "", 3000);
  process.stdout.write("owner\n");
  if (process.argv[2] === "busy") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 120_000);
  setInterval(() => {}, 60_000);
} catch (error) {
  process.stderr.write(String(error));
  process.exit(1);
}
