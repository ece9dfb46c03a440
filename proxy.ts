import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/server/auth/local-path";
import { refuseMethod } from "@/server/refuse-unknown";
import { harden } from "@/server/security-headers";

const development = process.env.NODE_ENV === "development";

/** Files of the build and of public/: the same for everybody, and free to be cached. No page has such a path. */
const STATIC_FILE = /^\/(_next\/.+|[\w-]+\.(ico|png|svg|txt|webmanifest|woff2))$/;

/**
 * Every request but a file on its way in: Next.js would first hold the whole of it in memory here, and cut off what is
 * beyond `proxyClientMaxBodySize`. That route hardens its answers itself.
 */
export const config = {
  matcher: [
    "/((?!api/v1/projects/[^/]+/uploads$).*)",
    {
      source: "/api/v1/projects/:projectId/uploads",
      missing: [
        { type: "header", key: "content-length" },
        { type: "header", key: "transfer-encoding" },
      ],
    },
  ],
};

/**
 * Gives each request a nonce of its own, without which no script of the answer runs, and each answer its security
 * headers. Decides nothing about who may do what: the door in server/access.ts does, with or without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  if (STATIC_FILE.test(request.nextUrl.pathname)) return harden(NextResponse.next());

  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts out of this request header; the root layout reads x-nonce.
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const refused = refuseMethod(request.method, request.nextUrl.pathname);
  const response = refused ? new NextResponse(refused.body, refused) : NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  // Pages and API answers may hold what only this person may see.
  response.headers.set("Cache-Control", "no-store");
  return harden(response);
}

function contentSecurityPolicy(nonce: string): string {
  const policy = {
    "default-src": "'self'",
    // In development React needs eval to name the lines of server errors.
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // The article surface and the pop-ups place things by style attributes, which no nonce covers.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": `'self'${development ? " ws:" : ""}`,
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
