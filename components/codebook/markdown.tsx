import ReactMarkdown, { type Components } from "react-markdown";

// What guidelines are made of. HTML in them is shown as text, images are left out, and links cannot run anything.
const parts: Components = {
  h1: ({ children }) => <h2 className="mt-6 mb-1 font-semibold font-serif text-lg first:mt-0">{children}</h2>,
  h2: ({ children }) => <h2 className="mt-6 mb-1 font-semibold font-serif text-lg first:mt-0">{children}</h2>,
  h3: ({ children }) => <h3 className="mt-4 mb-1 font-semibold">{children}</h3>,
  h4: ({ children }) => <h4 className="mt-3 mb-1 font-medium">{children}</h4>,
  p: ({ children }) => <p className="my-2">{children}</p>,
  ul: ({ children }) => <ul className="my-2 grid list-disc gap-1.5 pl-5">{children}</ul>,
  ol: ({ children }) => <ol className="my-2 grid list-decimal gap-1.5 pl-5">{children}</ol>,
  blockquote: ({ children }) => (
    <blockquote className="my-2 border-border-strong border-l-2 pl-3 font-serif italic">{children}</blockquote>
  ),
  code: ({ children }) => <code className="rounded-sm bg-surface-sunken px-1 text-[0.9em]">{children}</code>,
  hr: () => <hr className="my-4" />,
  a: ({ href, children }) => (
    <a href={href} target="_blank" rel="noreferrer noopener" className="text-accent underline underline-offset-2">
      {children}
    </a>
  ),
};

/** Markdown as annotators read it. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="max-w-prose break-words text-sm leading-6" dir="auto">
      <ReactMarkdown skipHtml={false} disallowedElements={["img"]} unwrapDisallowed components={parts}>
        {text}
      </ReactMarkdown>
    </div>
  );
}
