/** Request header in which proxy.ts tells pages their own path and query; Next.js does not. */
export const PATH_HEADER = "x-sayso-path";

/**
 * Where to go after signing in: the given path if it is one of this site's pages, else "/". Refuses other sites in all
 * their spellings (`//evil.example`, `/\evil.example`, `javascript:`), the API, and the sign-in page itself.
 */
export function localPath(given: string | null | undefined): string {
  if (!given?.startsWith("/")) return "/";
  const base = "http://local.invalid";
  const url = URL.canParse(given, base) ? new URL(given, base) : null;
  if (url?.origin !== base) return "/";
  if (/^\/(api|sign-in)(\/|$)/.test(url.pathname)) return "/";
  // As the URL parser understood it, never as it was written: "/%2e%2e//evil.example" must not survive.
  const path = `${url.pathname}${url.search}`;
  return path.startsWith("//") ? "/" : path;
}
