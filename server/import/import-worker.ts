import { Socket } from "node:net";
import { type FileToRead, readFile } from "./read-file";

// The process in which files are read: it knows nothing of the database or of settings, and opens no connection, so that
// whatever a hostile file makes a library do stays here and ends with it.
const refuse = () => {
  throw new Error("Nothing is fetched while a file is read.");
};
Object.assign(Socket.prototype, { connect: refuse });
Object.assign(globalThis, { fetch: refuse, WebSocket: refuse });

process.on("message", (file: FileToRead) => {
  void readFile(file).then((read) => process.send?.(read));
});
process.on("disconnect", () => process.exit(0));
