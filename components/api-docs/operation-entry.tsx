import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import type { OperationDescription } from "@/domain/contract/api-description";
import { CodeBlock } from "./code-block";
import { printSchema } from "./print-schema";

interface OperationEntryProps {
  method: string;
  path: string;
  operation: OperationDescription;
}

/** One operation: a line that opens into parameters, body and answers. */
export function OperationEntry({ method, path, operation }: OperationEntryProps) {
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
      <div className="grid gap-4 pt-1 pb-6 pl-7">
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
        {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
          <Part key={type} title="Request" type={type}>
            {schema && <CodeBlock label={`Request of ${operationId}`}>{printSchema(schema)}</CodeBlock>}
          </Part>
        ))}
        {Object.entries(responses)
          // The answer to a failure is the same everywhere and described once above.
          .filter(([status]) => status !== "default")
          .map(([status, { description, content }]) => (
            <Part key={status} title={`Answer ${status}`} type={Object.keys(content ?? {}).join(" or ") || description}>
              {Object.entries(content ?? {}).map(
                ([type, { schema }]) =>
                  schema && (
                    <CodeBlock key={type} label={`Answer of ${operationId}`}>
                      {printSchema(schema)}
                    </CodeBlock>
                  ),
              )}
            </Part>
          ))}
      </div>
    </details>
  );
}

function Part({ title, type, children }: { title: string; type?: string; children: ReactNode }) {
  return (
    <div className="grid min-w-0 gap-1.5">
      <h4 className="font-semibold text-sm">
        {title}
        {type && <span className="ml-2 font-normal text-text-muted">{type}</span>}
      </h4>
      {children}
    </div>
  );
}
