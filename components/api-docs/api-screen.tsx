import Link from "next/link";
import type { ReactNode } from "react";
import { Page } from "@/components/shell/page";
import { Wordmark } from "@/components/shell/wordmark";
import { buttonStyles } from "@/components/ui/button-styles";
import { PageHeader } from "@/components/ui/page-header";
import type { ApiDescription } from "@/domain/contract/api-description";
import { CodeBlock } from "./code-block";
import { curlExample, pythonExample } from "./examples";
import { OperationEntry } from "./operation-entry";
import { printSchema } from "./print-schema";

/** The API for people: how it works, how to get the dataset with it, and every operation. `origin` of this Sayso. */
export function ApiScreen({ api, origin }: { api: ApiDescription; origin: string }) {
  const operations = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const problem = api.components.schemas.Problem;
  return (
    <Page>
      <Link href="/" aria-label="Sayso" className="mb-8 inline-flex rounded-sm">
        <Wordmark />
      </Link>
      <PageHeader
        title="API"
        kicker={`Version ${api.info.version}`}
        description="Everything Sayso's own pages do, a program can do too, with the same rules."
        actions={
          <a href="/api/v1/openapi.json" className={buttonStyles()}>
            OpenAPI description
          </a>
        }
      />
      <div className="grid gap-12">
        <Section id="basics" title="How it works">
          <dl className="grid max-w-3xl gap-x-8 gap-y-4 text-sm sm:grid-cols-[9rem_minmax(0,1fr)] [&_dd]:text-text-muted [&_dt]:font-semibold">
            <dt>Address</dt>
            <dd>
              <code className="font-mono text-xs">{origin}/api/v1</code>. Bodies and answers are JSON in UTF-8.
            </dd>
            <dt>Who you are</dt>
            <dd>
              An API key made under{" "}
              <a href="/account#api-keys" className="underline underline-offset-2">
                Account
              </a>
              , in the header <code className="font-mono text-xs">Authorization: Bearer sayso_…</code>, with no cookie
              beside it. It acts for you within its scopes: read, write, suggest. A browser uses the session cookie
              instead and sends the header <code className="font-mono text-xs">Origin: {origin}</code> with writes.
            </dd>
            <dt>operationId</dt>
            <dd>
              Every write that creates or changes something names a UUID that you make, one for each action. Sending the
              same one again gives the same answer and changes nothing, so a lost answer can simply be asked for again.
            </dd>
            <dt>revision</dt>
            <dd>
              What people edit carries a revision. A change names the one it started from; if somebody was faster, the
              answer is 409 with the current version.
            </dd>
            <dt>How much</dt>
            <dd>
              Headers <code className="font-mono text-xs">RateLimit-Limit</code>,{" "}
              <code className="font-mono text-xs">-Remaining</code> and{" "}
              <code className="font-mono text-xs">-Reset</code> tell how many calls are left in this minute. Too many
              are answered 429; <code className="font-mono text-xs">Retry-After</code> says in how many seconds to go
              on.
            </dd>
            <dt>ETag</dt>
            <dd>
              What is read carries one. Sent back as <code className="font-mono text-xs">If-None-Match</code> it is
              answered 304 without a body where nothing changed.
            </dd>
            <dt>Lists</dt>
            <dd>Each page of a list that can be long tells what to ask for the next one; null: it was the last.</dd>
            <dt>Long exports</dt>
            <dd>
              Are made in the background: 202 with a <code className="font-mono text-xs">Location</code> to ask until
              the state is done. Formats of lines (JSON Lines, CSV) can also be read while they are written.
            </dd>
            <dt>Offsets</dt>
            <dd>
              Count Unicode code points from 0, end exclusive, as Python and R do. JavaScript and Java count otherwise.
            </dd>
          </dl>
        </Section>
        <Section id="problems" title="When something is wrong">
          <p className="mb-3 max-w-prose text-sm text-text-muted">
            Every answer that is not 2xx has the type application/problem+json (RFC 9457): a stable code, a sentence
            that says what to do, and where it applies every problem with its path. What you may not see answers 404,
            like what does not exist.
          </p>
          {problem && <CodeBlock label="Shape of a problem">{printSchema(problem)}</CodeBlock>}
        </Section>
        <Section id="export" title="Getting the dataset">
          <div className="grid gap-6">
            <Example title="With curl" text={curlExample(origin)} />
            <Example title="With Python" text={pythonExample(origin)} />
          </div>
        </Section>
        <Section id="operations" title="Operations">
          <p className="mb-6 max-w-prose text-sm text-text-muted">
            In the shapes, <code className="font-mono">?</code> follows what may be left out,{" "}
            <code className="font-mono">|</code> stands between alternatives and <code className="font-mono">[]</code>{" "}
            after what a list holds.
          </p>
          <nav aria-label="Operations by subject" className="mb-8 flex flex-wrap gap-x-5 gap-y-2 text-sm">
            {tags.map((tag) => (
              <a
                key={tag}
                href={`#tag-${tag}`}
                className="min-h-6 rounded-sm text-accent underline-offset-4 hover:underline"
              >
                {tag}
              </a>
            ))}
          </nav>
          <div className="grid gap-10">
            {tags.map((tag) => (
              <section key={tag} aria-labelledby={`tag-${tag}`}>
                <h3 id={`tag-${tag}`} className="mb-1 scroll-mt-4 font-semibold text-sm text-text-muted">
                  {tag}
                </h3>
                <div className="divide-y divide-border border-y">
                  {operations
                    .filter(({ operation }) => operation.tags.includes(tag))
                    .map((entry) => (
                      <OperationEntry key={entry.operation.operationId} {...entry} problems={api.components.examples} />
                    ))}
                </div>
              </section>
            ))}
          </div>
        </Section>
      </div>
    </Page>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-4 font-serif text-xl">
        {title}
      </h2>
      {children}
    </section>
  );
}

function Example({ title, text }: { title: string; text: string }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 font-semibold text-sm">{title}</h3>
      <CodeBlock label={title}>{text}</CodeBlock>
    </div>
  );
}
