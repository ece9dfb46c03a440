import { ChevronRight } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { ApiDescription, OperationDescription } from "@/domain/contract/api-description";
import { CodeBlock } from "./code-block";
import { printSchema } from "./print-schema";

interface OperationEntryProps {
  method: string;
  path: string;
  operation: OperationDescription;
  /** By code. */
  problems: ApiDescription["components"]["examples"];
}

/** One operation: a line that opens into parameters, body, answers, examples and what can go wrong. */
export function OperationEntry({ method, path, operation, problems }: OperationEntryProps) {
  const { operationId, parameters, requestBody, responses } = operation;
  return (
    <details id={operationId} className="group scroll-mt-4">
      <summary className="-mx-2 flex list-none items-start gap-3 rounded-sm px-2 py-3 hover:bg-surface-sunken [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="mt-0.5 size-4 shrink-0 text-text-muted group-open:rotate-90" />
        <span className="grid min-w-0 flex-1 gap-x-6 gap-y-0.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1.25fr)]">
          <span className="font-medium text-sm">{operation.summary}</span>
          <code className="min-w-0 font-mono text-text-muted text-xs leading-5 [overflow-wrap:anywhere]">
            <span className="font-semibold text-accent uppercase">{method}</span> {path}
          </code>
        </span>
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 pt-1 pb-6 pl-7">
        {operation.security.length === 0 && <Badge className="justify-self-start">Without signing in</Badge>}
        {parameters.length > 0 && (
          <Part title="Parameters">
            <dl className="grid gap-1 text-sm">
              {parameters.map((parameter) => (
                <div key={parameter.name} className="flex flex-wrap gap-x-3">
                  <dt className="font-mono text-xs leading-5">{parameter.name}</dt>
                  <dd className="text-text-muted">
                    {printSchema(parameter.schema)}, in the {parameter.in}
                    {!parameter.required && ", may be left out"}
                    {"default" in parameter.schema && ` (then ${JSON.stringify(parameter.schema.default)})`}
                  </dd>
                </div>
              ))}
            </dl>
          </Part>
        )}
        {Object.entries(requestBody?.content ?? {}).map(([type, { schema, example }]) => (
          <Part key={type} title="Request" type={type}>
            {schema && <CodeBlock label={`Request of ${operationId}`}>{printSchema(schema)}</CodeBlock>}
            <Example label={`Example of a request of ${operationId}`} value={example} />
          </Part>
        ))}
        {Object.entries(responses)
          .filter(([status]) => status < "400")
          .map(([status, { description, content }]) => (
            <Part key={status} title={`Answer ${status}`} type={Object.keys(content ?? {}).join(" or ") || description}>
              {Object.entries(content ?? {}).map(
                ([type, { schema, example }]) =>
                  schema && (
                    <Fragment key={type}>
                      <CodeBlock label={`Answer of ${operationId}`}>{printSchema(schema)}</CodeBlock>
                      <Example label={`Example of an answer of ${operationId}`} value={example} />
                    </Fragment>
                  ),
              )}
            </Part>
          ))}
        <Part title="Problems">
          <dl className="grid gap-1 text-sm">
            {Object.entries(responses)
              .filter(([status]) => status >= "400")
              .flatMap(([status, { content }]) => codesOf(content).map((code) => ({ status, code })))
              .map(({ status, code }) => (
                <div key={code} className="flex flex-wrap gap-x-3">
                  <dt className="font-mono text-xs leading-5">
                    <span className="tabular-nums">{status}</span> {code}
                  </dt>
                  <dd className="text-text-muted">{problems[code]?.summary}</dd>
                </div>
              ))}
          </dl>
        </Part>
      </div>
    </details>
  );
}

const codesOf = (content: OperationDescription["responses"][string]["content"]) =>
  Object.keys(content?.["application/problem+json"]?.examples ?? {});

/** Closed until it is asked for: examples are long. */
function Example({ label, value }: { label: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <details className="group/example">
      <summary className="inline-flex min-h-6 list-none items-center gap-1 rounded-sm text-sm text-text-muted hover:text-text [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-4 group-open/example:rotate-90" />
        Example
      </summary>
      <CodeBlock label={label}>{JSON.stringify(value, null, 2)}</CodeBlock>
    </details>
  );
}

function Part({ title, type, children }: { title: string; type?: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-1.5">
      <h4 className="font-semibold text-sm">
        {title}
        {type && <span className="ml-2 font-normal text-text-muted">{type}</span>}
      </h4>
      {children}
    </div>
  );
}
