/** Known failures: what the output shows, and the one sentence that says what to do. The first that fits is used. */
const failures = [
  [
    /gyp ERR!|not found: make|g\+\+: not found|node-gyp.*(?:python|Python)|prebuild-install warn.*[\s\S]*better-sqlite3/,
    "The SQLite driver has to be compiled here and cannot be: install a compiler (Debian and Ubuntu: apt-get install -y python3 make g++; macOS: xcode-select --install) and start again.",
  ],
  [
    /npm error code (?:EUSAGE|ELSPROBLEMS)|in sync/,
    "package.json and package-lock.json differ: run `npm install`, commit both, and start again.",
  ],
  [
    /npm error code (?:ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ERR_SOCKET_TIMEOUT|E40[0-9]|E50[0-9])|network request to/,
    "The package registry cannot be reached: check the network and `npm config get registry`, and start again.",
  ],
  [
    /NODE_MODULE_VERSION|was compiled against a different Node/,
    "The SQLite driver was compiled for another Node version: remove node_modules and start again.",
  ],
  [/ENOSPC|SQLITE_FULL|No space left/i, "The disk is full: make room and start again."],
  [/EMFILE|ENFILE/, "Too many files are open: raise the limit (ulimit -n 8192) and start again."],
  [
    /heap out of memory|SIGKILL/,
    "There was not enough memory: close other programs or use a machine with at least 2 GB, and start again.",
  ],
  [/EADDRINUSE/, "The port is in use: stop what uses it, or choose another one, for example: PORT=3001 npm start"],
  [
    /EACCES.*listen|listen EACCES/,
    "This port is reserved for the administrator: choose one above 1024, for example: PORT=3000 npm start",
  ],
  [
    /EADDRNOTAVAIL/,
    "HOSTNAME is not an address of this machine: use 127.0.0.1 (this machine only) or 0.0.0.0 (every network).",
  ],
  [
    /password authentication failed|28P01/,
    "PostgreSQL refused the password: correct user and password in DATABASE_URL and start again.",
  ],
  [
    /database "[^"]+" does not exist|3D000/,
    "PostgreSQL has no such database: create it or correct DATABASE_URL, and start again.",
  ],
  [
    /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|Can't reach database server/,
    "The database server cannot be reached: check that PostgreSQL runs and that DATABASE_URL names it, and start again.",
  ],
  [
    /EACCES|EPERM|permission denied|SQLITE_READONLY|SQLITE_CANTOPEN/i,
    "A file or folder may not be written: make this folder and DATA_DIR writable for the user who starts Sayso, and start again.",
  ],
  [
    /Failed to compile|Build error|Turbopack build failed|Build failed/,
    "The build failed: correct the error shown above and start again.",
  ],
];

/** @returns {string | undefined} what to do about the failure that `log` shows; undefined when it is none we know */
export function explain(log) {
  return failures.find(([pattern]) => pattern.test(log))?.[1];
}
