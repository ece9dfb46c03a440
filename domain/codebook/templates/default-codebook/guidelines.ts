/** Shown beside the article. Markdown. */
export const guidelines = `## What one statement is

A statement is one piece of content that the article puts into one speaker's mouth, mind or pen by one cue, or asserts in its own voice.

- A new cue starts a new statement, and so does a new immediate speaker.
- Content joined by “and” under one cue stays one statement.
- A quotation that goes on in the next sentence or paragraph stays one statement: add the continuation as a second fragment.
- Content interrupted by its cue (“The quay,” she said, “is rotten.”) is one statement with two fragments.

## What counts

- Saying and writing: said, told, wrote, announced, asked, answered, criticised, praised.
- Thinking and wanting: believes, expects, wants, fears that, plans, decided.
- Denying and declining: denied, rejected, would not comment.
- Texts that say something: the report lists, the law forbids, the poll shows.
- What the article asserts in its own voice, sentence by sentence.

## What does not count

- Plain actions and attempts: signed, travelled, tried to open the gate.
- Feelings without a proposition: was angry, wept.
- Scare quotes, titles of works, names in quotation marks.
- The mere mention that there was a statement, a speech or a talk.
- Background inside a sentence that nobody asserts separately (“the alliance, which has six members”).

## Where the spans end

- **Content** includes “that”, “whether”, “to” and the quotation marks, but no final period or comma, unless it stands inside the quotation marks. Mark only what is clearly attributed.
- **Cue** is the shortest phrase that signals the attribution, with the whole verb group: “could not say”, “according to”, “said”. One fragment and no comma.
- **Source** is the mention in this sentence, also a pronoun, with its article, title and identifying description. Leave it empty when the source is only understood. One mention may serve several statements.
- Content does not overlap the cue or the source of the same statement.
- Two statements overlap only where they share a source.

## Who is speaking

- Resolve pronouns and descriptions to whoever the article names elsewhere. Never use outside knowledge; if the article does not tell, choose *unknown* and write a note.
- A body that speaks through a named person: the person, with the organisation filled in.
- The chain leads from the outlet to the origin. The outlet's own voice is the outlet alone; an ordinary attribution is outlet → speaker.
- “She criticised him for saying that …” is her statement only, its content kept whole.
- If the outer cue only relays (“the agency reported that the ministry had said …”), mark the inner statement and put the agency into the chain.

## Stance

- Always toward a target from the list. If the target is missing, propose it, worded as a proposition or a policy where possible.
- Decide for the speaker, not for the outlet and not for yourself. Truth is irrelevant.
- *Explicit* if said in so many words, *inferred* if a reader of this article alone would have to conclude it. Infer nothing that needs outside knowledge.
- No stance at all is a good answer. *Neutral* means that the target is talked about without taking a side.

## Sourcing: which value wins

1. The source that the cue attaches to.
2. A person or body in the sentence beats its document.
3. In a relayed statement, the original speaker's value; the relayer goes into the chain.
4. Whoever is named anywhere in the article counts as named, also where this sentence says only “he” or “the minister”.

## When in doubt

Mark the statement as *unsure* and say why: unsure statements are looked at first in review. If the same claim comes back in the article, code it again and link it to the first.
`;
