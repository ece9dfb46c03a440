"use client";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { interpretCoefficient, interpretFound } from "@/domain/agreement/interpret-coefficient";
import type { AttributeAgreement } from "@/domain/agreement/project-agreement-result";
import type { AgreementView, MatchChoice } from "@/domain/contract/agreement";
import { attributeVerdict } from "./attribute-verdict";
import { FigureButton } from "./figure-button";
import { FigureRow, FigureTable } from "./figure-row";
import type { OpenPassages } from "./passages";
import { count, sayShare, sayStatus, sayValue } from "./say-figure";

interface FiguresTableProps {
  view: AgreementView;
  match: MatchChoice;
  onMatch: (match: MatchChoice) => void;
  onOpen: OpenPassages;
}

/** The attributes that have a place of their own; the other questions of the codebook follow in the same form. */
const HEADLINES = ["stance", "sourcing", "speaker"];

/** The figures in the order in which one asks: the same statements, the same text, then the same labels. */
export function FiguresTable({ view, match, onMatch, onOpen }: FiguresTableProps) {
  const { figures, target } = view;
  const found = figures.found[match];
  const others = figures.attributes.filter(({ key }) => !HEADLINES.includes(key));
  const uncompared = others.filter(({ pairs }) => pairs === 0).map(({ key }) => view.names[key]?.name ?? key);
  const rowOf = (attribute: AttributeAgreement) => (
    <AttributeRow key={attribute.key} attribute={attribute} view={view} onOpen={onOpen} />
  );
  return (
    <>
      <FigureTable caption="Where the statements are">
        <FigureRow
          name="Found the same statements"
          kind="F1, not corrected for chance"
          note={
            <SegmentedControl<MatchChoice>
              label="Statements are the same with"
              value={match}
              onValueChange={onMatch}
              options={[
                { value: "half", label: "Half shared" },
                { value: "exact", label: "Same span" },
                { value: "overlap", label: "Any overlap" },
              ]}
              className="my-1"
            />
          }
          figure={found}
          verdict={{ sentence: interpretFound(found) }}
          target={null}
          say={sayValue}
          basis={
            <>
              <FigureButton
                opens="the passages that two or more found"
                onOpen={() => onOpen({ title: "Passages found by two or more", about: "statements", show: "same" })}
              >
                {figures.aligned}
              </FigureButton>{" "}
              of{" "}
              <FigureButton
                opens="every passage that somebody marked"
                onOpen={() => onOpen({ title: "Every passage that somebody marked", about: "statements", show: "all" })}
              >
                {count(figures.statements, "passage")}
              </FigureButton>{" "}
              found by two or more
            </>
          }
          opens="the passages that somebody missed"
          onOpen={() => onOpen({ title: "Passages that somebody missed", about: "statements" })}
        />
        <FigureRow
          name="Marked the same text"
          kind="|uα, corrected for chance"
          note="How much of the text both marked or both left alone, whatever the labels."
          figure={figures.markedText}
          verdict={interpretCoefficient({ figure: figures.markedText, target })}
          target={target}
          say={sayValue}
          basis={count(figures.markedText.documents, "document")}
          opens="the passages whose text differs"
          onOpen={() => onOpen({ title: "Passages whose text differs", about: "text" })}
        />
      </FigureTable>
      <FigureTable
        caption="What they were coded as"
        note={`Labels are compared where two or more found the statement: based on ${figures.aligned} of ${count(figures.statements, "passage")}. Which statements are the same follows from the text alone: clusters that reviewers put together or apart change no figure.`}
      >
        {figures.attributes.filter(({ key }) => HEADLINES.includes(key)).map(rowOf)}
      </FigureTable>
      {others.length > uncompared.length && (
        <FigureTable
          caption="Other questions of the codebook"
          note={uncompared.length > 0 ? `No two annotators have answered yet: ${uncompared.join(", ")}.` : undefined}
        >
          {others.filter(({ pairs }) => pairs > 0).map(rowOf)}
        </FigureTable>
      )}
      {others.length > 0 && others.length === uncompared.length && (
        <p className="max-w-prose text-sm text-text-muted">
          No two annotators have answered the other questions of the codebook yet: {uncompared.join(", ")}.
        </p>
      )}
    </>
  );
}

interface AttributeRowProps {
  attribute: AttributeAgreement;
  view: AgreementView;
  onOpen: OpenPassages;
}

function AttributeRow({ attribute, view, onOpen }: AttributeRowProps) {
  const { key, alpha, nominal, raw, pairs, measure } = attribute;
  const name = view.names[key]?.name ?? key;
  const verdict = attributeVerdict(attribute, view);
  return (
    <FigureRow
      name={name}
      kind={measure === "nominal" ? "α nominal" : `α ${measure}`}
      note={
        <>
          Raw agreement{" "}
          <FigureButton
            opens={`every passage where two coded ${name.toLowerCase()}`}
            onOpen={() => onOpen({ title: `${name}: every passage compared`, about: key, show: "all" })}
          >
            {sayShare(raw.value)}
          </FigureButton>{" "}
          of {count(pairs, "pair")}
          {measure !== "nominal" && (
            <>
              {" "}
              · with values off the scale, as names: α{" "}
              <FigureButton
                opens={`the passages where ${name.toLowerCase()} differs`}
                onOpen={() => onOpen({ title: `${name}: where labels differ`, about: key })}
              >
                {nominal.value === null ? sayStatus(nominal) : sayValue(nominal.value)}
              </FigureButton>
            </>
          )}
        </>
      }
      figure={alpha}
      verdict={verdict}
      target={view.target}
      say={sayValue}
      basis={
        <>
          <FigureButton
            opens={`every passage where two coded ${name.toLowerCase()}`}
            onOpen={() => onOpen({ title: `${name}: every passage compared`, about: key, show: "all" })}
          >
            {count(alpha.units, "statement")}
          </FigureButton>{" "}
          in {count(alpha.documents, "document")}
        </>
      }
      opens={`the passages where ${name.toLowerCase()} differs`}
      onOpen={() => onOpen({ title: `${name}: where labels differ`, about: key })}
    />
  );
}
