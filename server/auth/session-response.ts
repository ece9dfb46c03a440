/** 204 with the cookies better-auth wrote, each in a header of its own. */
export function sessionResponse(headers: Headers): Response {
  const answer = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of headers.getSetCookie()) answer.append("Set-Cookie", cookie);
  return new Response(null, { status: 204, headers: answer });
}
