import type { Actor } from "@/server/auth/actor";

/** Whoever has the machine has all data; no assignment is theirs, so that no blindness is given up. */
export const MACHINE: Actor = {
  userId: "00000000-0000-0000-0000-000000000000",
  name: "Command line",
  email: "",
  isAdmin: true,
};
