import { crc32, deflateRawSync } from "node:zlib";

/** A file of a ZIP made by hand; what is not said is honest. */
export interface ZipPart {
  name: string | Uint8Array;
  content?: string | Uint8Array;
  /** Bytes already deflated, instead of content. */
  deflated?: Uint8Array;
  /** What the ZIP says comes out. */
  claimedSize?: number;
  crc?: number;
  flags?: number;
  /** Unix mode. */
  mode?: number;
  /** Shares the bytes of the part with this number. */
  sharesWith?: number;
}

/** A ZIP of these parts, with whatever lies they ask for. */
export function makeZip(parts: readonly ZipPart[]): Uint8Array {
  const pieces: Buffer[] = [];
  const places: { header: Buffer; at: number; name: Buffer }[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const content = Buffer.from(part.content ?? "");
    const deflated = Buffer.from(part.deflated ?? deflateRawSync(content));
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(part.flags ?? 0x800, 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(part.crc ?? crc32(content), 10);
    header.writeUInt32LE(deflated.length, 14);
    header.writeUInt32LE(part.claimedSize ?? content.length, 18);
    header.writeUInt16LE(name.length, 22);
    const shared = part.sharesWith === undefined ? undefined : places[part.sharesWith];
    places.push({ header, at: shared?.at ?? at, name });
    if (shared) continue;
    const piece = Buffer.concat([Buffer.from("504b0304", "hex"), header, name, deflated]);
    pieces.push(piece);
    at += piece.length;
  }
  const directory = Buffer.concat(
    places.map(({ header, at: place, name }, index) => {
      const end = Buffer.alloc(14);
      end.writeUInt32LE(((parts[index]?.mode ?? 0o100644) << 16) >>> 0, 6);
      end.writeUInt32LE(place, 10);
      return Buffer.concat([Buffer.from("504b01021403", "hex"), header, end, name]);
    }),
  );
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(places.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(places.length, 0xffff), 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...pieces, directory, end]);
}

/** A Word document of these paragraphs, with other parts beside or instead. */
export function makeDocx(paragraphs: readonly string[], other: readonly ZipPart[] = []): Uint8Array {
  const ns = "http://schemas.openxmlformats.org";
  const body = paragraphs.map((text) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`).join("");
  const parts: ZipPart[] = [
    {
      name: "[Content_Types].xml",
      content: `<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: "_rels/.rels",
      content: `<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: "word/document.xml",
      content: `<w:document xmlns:w="${ns}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    },
  ];
  return makeZip([...parts.filter(({ name }) => !other.some((one) => one.name === name)), ...other]);
}

/** A PDF of one page with these lines, each at its height. */
export const makePdf = (lines: readonly [text: string, y: number][], trailer = ""): Uint8Array =>
  makePages([lines.map(([text, y]) => [text, 72, y])], trailer);

/** A PDF of pages with these lines, each at its place, in the order in which they are written. */
export function makePages(
  pages: readonly (readonly [text: string, x: number, y: number][])[],
  trailer = "",
): Uint8Array {
  const numbered = pages.map((_, at) => ({ page: 5 + 2 * at, content: 6 + 2 * at }));
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${numbered.map(({ page }) => `${page} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Title (A title from the file) /Author (Aigerim) >>",
    ...pages.flatMap((lines, at) => {
      const drawn = lines.map(([text, x, y]) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET`).join("\n");
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${numbered[at]?.content} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
      ];
    }),
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const offset of offsets) text += `${String(offset).padStart(10, "0")} 00000 n \n`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}
