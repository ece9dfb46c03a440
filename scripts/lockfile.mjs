// Keeps package-lock.json usable everywhere: `node scripts/lockfile.mjs` after each install, `--check` in CI.
//
// A registry that holds only some platforms' packages leaves the other optional entries out of the lock file, and then
// `npm ci` refuses it on those platforms ("Missing: @next/swc-darwin-arm64 from lock file"). The missing entries are
// filled in from the parents' optionalDependencies, whose versions are exact. A registry's address in the lock file would
// bind everybody to one registry: that is refused too, and so is a package without the hash (integrity) that npm holds its
// download against. Only entries that are filled in have none: what a registry does not hold it tells no hash of. They are
// optional, of other platforms, and the next install on a registry that has them adds their hashes.
import { readFileSync, writeFileSync } from "node:fs";

const systems = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32"];
const processors = ["arm64", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/** What a platform package's name says it runs on: "@next/swc-linux-x64-musl" → linux, x64, musl. */
function readPlatform(name) {
  const words = name.split("/").at(-1).split(/[-.]/);
  const os = words.filter((word) => systems.includes(word));
  const cpu = words.filter((word) => processors.includes(word));
  if (cpu.length === 0 && words.some((word) => word.startsWith("arm"))) cpu.push("arm");
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  return { os, cpu, libc: os.includes("linux") ? libc : [] };
}

/** Where Node would find `name` for the package at `from`, as a key of the lock file; undefined when it is not there. */
function locate(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    const key = `${at ? `${at}/` : ""}node_modules/${name}`;
    if (packages[key]) return key;
    if (!at.includes("/node_modules/")) return packages[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
  }
}

/** @returns {{ added: string[], problems: string[], packages: object }} the completed entries in npm's order */
function complete(packages) {
  const added = [];
  const problems = [];
  const all = { ...packages };
  for (const [parentKey, parent] of Object.entries(packages)) {
    if (typeof parent.resolved === "string" && /^[a-z+]+:\/\//.test(parent.resolved))
      problems.push(`${parentKey} names the registry it came from; remove its "resolved" line.`);
    if (parentKey !== "" && !parent.link && !parent.optional && !parent.integrity)
      problems.push(`${parentKey} has no hash ("integrity"): install it again from a registry that tells one.`);
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      if (locate(all, parentKey, name)) continue;
      if (!/^\d+\.\d+\.\d+/.test(range)) {
        problems.push(`${parentKey} wants ${name}@${range}, which is missing and no exact version.`);
        continue;
      }
      const { os, cpu, libc } = readPlatform(name);
      all[`node_modules/${name}`] = {
        version: range,
        ...(cpu.length > 0 && { cpu }),
        ...(parent.dev && { dev: true }),
        ...(libc.length > 0 && { libc }),
        ...(parent.license && { license: parent.license }),
        optional: true,
        ...(os.length > 0 && { os }),
      };
      added.push(`${name}@${range}`);
    }
  }
  const sorted = Object.keys(all).sort((a, b) => a.localeCompare(b, "en"));
  return { added, problems, packages: Object.fromEntries(sorted.map((key) => [key, all[key]])) };
}

const check = process.argv.includes("--check");
const file = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
const { added, problems, packages } = complete(lock.packages);
if (!check && added.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);

for (const problem of problems) console.log(problem);
if (added.length > 0)
  console.log(
    check
      ? `${file} lacks ${added.length} platform packages: run "npm run lockfile" and commit it.\n  ${added.join("\n  ")}`
      : `Added ${added.length} platform packages to ${file}.`,
  );
process.exit(problems.length > 0 || (check && added.length > 0) ? 1 : 0);
