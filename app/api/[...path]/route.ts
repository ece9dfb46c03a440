import { refuseUnknown } from "@/server/refuse-unknown";

// What no other route below /api answers.
export {
  refuseUnknown as DELETE,
  refuseUnknown as GET,
  refuseUnknown as PATCH,
  refuseUnknown as POST,
  refuseUnknown as PUT,
};
