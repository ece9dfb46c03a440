"use client";

import { type ComponentType, useEffect, useState } from "react";
import { type Inline, parseGuidelines } from "./parse-guidelines";

/**
 * The codebook's guidelines: nothing in them can run. What renders all of Markdown is fetched when they are first opened;
 * until then, and without the network, the part of it that guidelines mostly use is there at once.
 */
export function Guidelines({ markdown }: { markdown: string }) {
  const [Whole, setWhole] = useState<ComponentType<{ text: string }> | null>(null);
  useEffect(() => {
    import("@/components/codebook/markdown").then(
      ({ Markdown }) => setWhole(() => Markdown),
      () => undefined,
    );
  }, []);
  return Whole ? (
    <div className="pb-8">
      <Whole text={markdown} />
    </div>
  ) : (
    <PlainGuidelines markdown={markdown} />
  );
}

function PlainGuidelines({ markdown }: { markdown: string }) {
  return (
    <div className="max-w-prose pb-8 text-sm leading-6">
      {/* Blocks of an immutable text never move, and neither do their parts. */}
      {parseGuidelines(markdown).map((block, index) => {
        const key = `${index}`;
        if (block.kind === "heading") {
          return block.level === 2 ? (
            <h2 key={key} className="mt-6 mb-1 font-semibold font-serif text-lg first:mt-0">
              <Words content={block.content} />
            </h2>
          ) : (
            <h3 key={key} className="mt-4 mb-1 font-semibold">
              <Words content={block.content} />
            </h3>
          );
        }
        if (block.kind === "paragraph") {
          return (
            <p key={key} className="my-2">
              <Words content={block.content} />
            </p>
          );
        }
        const List = block.ordered ? "ol" : "ul";
        return (
          <List key={key} className={`my-2 grid gap-1.5 pl-5 ${block.ordered ? "list-decimal" : "list-disc"}`}>
            {block.items.map((content) => (
              <li key={content.map(({ words }) => words).join("")}>
                <Words content={content} />
              </li>
            ))}
          </List>
        );
      })}
    </div>
  );
}

function Words({ content }: { content: readonly Inline[] }) {
  return content.map(({ style, words }, index) => {
    const key = `${index}`;
    if (style === "strong") return <strong key={key}>{words}</strong>;
    if (style === "emphasis") return <em key={key}>{words}</em>;
    return words;
  });
}
