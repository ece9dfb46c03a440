import { type NextRequest, NextResponse } from "next/server";
import { PATH_HEADER } from "@/server/auth/local-path";

const development = process.env.NODE_ENV === "development";

/** Headers of every answer. Static files get theirs from next.config.js. */
const SECURITY_HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy":
    "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Pages and API answers may hold what only this person may see.
  "Cache-Control": "no-store",
};

/**
 * Gives each request a nonce of its own, without which no script of the answer runs, and each answer its security
 * headers. Decides nothing about who may do what: the door in server/access.ts does, with or without this file.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  // Next.js reads the nonce for its own scripts out of this request header; the root layout reads x-nonce.
  headers.set("Content-Security-Policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Everything but the files a build names by their content.
  matcher: ["/((?!_next/static/|_next/image|favicon.ico).*)"],
};

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
