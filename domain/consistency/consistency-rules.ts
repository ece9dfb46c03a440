import type { StatementRule } from "./consistency-rule";
import { namedWithoutName } from "./named-without-name";
import { quotedNotDirect } from "./quoted-not-direct";
import { unknownButNamed } from "./unknown-but-named";

/** The rules about single statements, in the order they are listed; `findOpposites` compares several. */
export const STATEMENT_RULES: readonly StatementRule[] = [quotedNotDirect, namedWithoutName, unknownButNamed];
