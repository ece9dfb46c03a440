// `npm start`: everything from a fresh clone to a running server; `npm run build` stops before the server. Plain Node without packages: none may be installed yet.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Sayso needs Node 20.19 or later and this is ${process.versions.node}: install a newer Node and start again.`,
  );
  process.exit(1);
}
// Imported only now: an older Node would stop at syntax it does not know instead of at the sentence above.
const { start } = await import("./start/start.mjs");
await start({ buildOnly: process.argv[2] === "build" });
