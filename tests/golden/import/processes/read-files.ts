import { readFileSync } from "node:fs";
import { readFile } from "@/server/import/read-file";

// Reads the files it is told, each as an import would, and prints how many articles each gave.
for (const name of process.argv.slice(2)) {
  const { documents } = await readFile({ name, bytes: readFileSync(name) });
  console.log(`${name.split("/").at(-1)}: ${documents.length}`);
}
