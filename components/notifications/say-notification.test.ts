import { expect, test } from "vitest";
import type { NotificationSeen } from "@/domain/contract/notifications";
import { addressOf, sayNotification } from "./say-notification";

const told = (part: Partial<NotificationSeen>): NotificationSeen => ({
  ...{ id: "x", kind: "assigned", at: "2026-11-23T12:00:00.000Z", read: false, document: null, detail: {} },
  project: { id: "p", name: "P" },
  ...part,
});
const document = { id: "d", title: "=‮Naïve" };

test.each([
  [told({ document, detail: { count: 1, dueOn: null } }), "You are to read “=‮Naïve”", "/?project=p"],
  [
    told({ detail: { count: 7, dueOn: "2026-12-01" } }),
    "You are to read 7 articles, by 1 December 2026",
    "/?project=p",
  ],
  [
    told({ kind: "deadline", detail: { count: 3, dueOn: "2026-12-01" } }),
    "3 of your readings are due on 1 December 2026",
    "/?project=p",
  ],
  [
    told({ kind: "deadline", document, detail: { count: 1, dueOn: "2026-12-01" } }),
    "“=‮Naïve” is due on 1 December 2026",
    "/?project=p",
  ],
  [told({ kind: "joined", detail: { role: "reviewer" } }), "Somebody joined as reviewer", "/members?project=p"],
  [told({ kind: "role", detail: { role: "manager" } }), "You are manager now", "/?project=p"],
  [told({ kind: "answered", document }), "An annotator answered a ruling of yours on “=‮Naïve”", "/review/d"],
  [told({ kind: "export_ready" }), "An export of yours is ready", "/export?project=p"],
  [told({ kind: "export_failed" }), "An export of yours failed", "/export?project=p"],
])("%#", (notification, sentence, address) => {
  expect(sayNotification(notification)).toBe(sentence);
  expect(addressOf(notification)).toBe(address);
});
