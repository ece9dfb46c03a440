import type { ToldCounts } from "@/domain/contract/notifications";
import type { Actor } from "@/server/auth/actor";
import type { StreamedEvent } from "@/server/events/event-stream";
import { countMentions } from "@/server/queries/discussion/list-mentions";
import { countUnread } from "./list-notifications";
import { onTold } from "./told-feed";

/** What a stream needs to say how much its reader is told of: at its start and when that changes, never in between. */
export function followTold(actor: Actor) {
  let isNew = true;
  return {
    subscribe: (look: () => void) =>
      onTold(actor.userId, () => {
        isNew = true;
        look();
      }),
    async look(send: (event: StreamedEvent) => void): Promise<void> {
      if (!isNew) return;
      isNew = false;
      const data: ToldCounts = { unread: await countUnread(actor), mentions: await countMentions(actor) };
      send({ name: "told", data });
    },
  };
}
