import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { Child } from "../../support/child";
import { makeDocx, makePdf } from "../../support/hostile-zip";

// Every way a file can name another one, read without the guard that the import's own process has: the readers themselves
// neither connect nor open what a file names, as the system sees it.

const tracerWorks = spawnSync("strace", ["-f", "-o", "/dev/null", "true"]).status === 0;
if (!tracerWorks) console.warn("SKIPPED: seeing connections and opened files needs strace and the right to trace.");

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function hostileFiles(web: string, file: string): Record<string, Uint8Array> {
  const outside = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}" TargetMode="External"/>`;
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${outside("r1", "attachedTemplate", `${web}/t.dotx`)}${outside("r2", "image", `${web}/p.png`)}${outside("r3", "image", file)}${outside("r4", "subDocument", file)}${outside("r5", "hyperlink", `${web}/h`)}</Relationships>`;
  const picture = (id: string) =>
    `<w:p><w:r><w:drawing><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="${RELATIONS}" r:link="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></w:drawing></w:r></w:p>`;
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONS}"><w:body><w:p><w:r><w:t>One.</w:t></w:r></w:p>${picture("r2")}${picture("r3")}<w:subDoc r:id="r4"/><w:p><w:hyperlink r:id="r5"><w:r><w:t>Two.</w:t></w:r></w:hyperlink></w:p></w:body></w:document>`;
  const html = `<!doctype html><html><head><base href="${web}/"><link rel="stylesheet" href="a.css"><link rel="import" href="${file}"><script src="a.js"></script><meta http-equiv="refresh" content="0;url=${web}/r"><style>@import url("${web}/s.css")</style></head>
    <body><article><p>One.</p><img src="${web}/i.png" srcset="${web}/j.png 2x"><iframe src="${file}"></iframe><object data="${web}/o"></object><embed src="${file}"><video poster="${web}/v"><source src="${web}/w"></video><svg><image href="${web}/x"/><use href="${web}/y#z"/></svg></article></body></html>`;
  const action = (body: string) => `/Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << ${body} >> >> ] `;
  const pdf = Buffer.from(makePdf([["One line of text", 700]]))
    .toString("latin1")
    .replace(
      "/Type /Catalog",
      `/Type /Catalog /OpenAction << /S /GoToR /F (${file}) /D [0 /Fit] >> /AA << /WC << /S /URI /URI (${web}/aa) >> >> /Names << /JavaScript << /Names [(x) << /S /JavaScript /JS (app.launchURL\\("${web}/js"\\)) >>] >> >>`,
    )
    .replace("/Type /Page ", `/Type /Page ${action(`/S /ImportData /F (${file})`)}`);
  const xml = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "${file}"><!ENTITY % b SYSTEM "${web}/b.dtd">%b;]><r>&a;</r>`;
  return {
    "a.html": Buffer.from(html),
    "b.docx": makeDocx(
      ["One."],
      [
        { name: "word/_rels/document.xml.rels", content: relations },
        { name: "word/document.xml", content: document },
      ],
    ),
    "c.docx": makeDocx(["One."], [{ name: "word/document.xml", content: xml }]),
    "d.pdf": Buffer.from(pdf, "latin1"),
    "e.html": Buffer.from(xml),
    "f.csv": Buffer.from(`text,url\n"=WEBSERVICE(""${web}/c"")",${web}/u\n`),
    "g.json": Buffer.from(JSON.stringify([{ text: "One.", url: `${web}/g`, $ref: file }])),
    "h.md": Buffer.from(`![x](${web}/m.png)\n\n[y](${file})\n`),
  };
}

test.skipIf(!tracerWorks)("nothing that a file names is connected to or opened", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sayso-no-connection-"));
  let visits = 0;
  const sink = createServer((_request, response) => {
    visits++;
    response.end();
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  try {
    const secret = path.join(folder, "canary-file");
    writeFileSync(secret, "canary words");
    const web = `http://127.0.0.1:${(sink.address() as AddressInfo).port}`;
    const files = Object.entries(hostileFiles(web, `file://${secret}`)).map(([name, bytes]) => {
      writeFileSync(path.join(folder, name), bytes);
      return path.join(folder, name);
    });
    const trace = path.join(folder, "trace");
    const program = ["strace", "-f", "-e", "trace=connect,sendto,openat,open", "-o", trace];
    const read = await new Child("tests/golden/import/processes/read-files.ts", { args: files, program }).ended();
    expect(read.code, read.output).toBe(0);
    expect(read.output.trim().split("\n")).toEqual([
      "a.html: 1",
      "b.docx: 1",
      "c.docx: 0",
      "d.pdf: 1",
      "e.html: 1",
      "f.csv: 1",
      "g.json: 1",
      "h.md: 1",
    ]);
    const calls = readFileSync(trace, "utf8").split("\n");
    // It does see the files: what is told to be read is opened.
    expect(calls.some((call) => call.includes("b.docx"))).toBe(true);
    expect(calls.filter((call) => /AF_INET6?\b/.test(call))).toEqual([]);
    expect(calls.filter((call) => call.includes("canary"))).toEqual([]);
    expect(visits).toBe(0);
  } finally {
    await new Promise((resolve) => sink.close(resolve));
    rmSync(folder, { recursive: true });
  }
});
