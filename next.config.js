import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** @type {import("next").NextConfig} */
const config = {
  // A second server in the same checkout (tests beside `npm run dev`) needs a build folder of its own.
  distDir: process.env.NEXT_DIST_DIR || ".next",
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  // `next dev` would otherwise write an AGENTS.md into the project.
  agentRules: false,
  // `npm run typecheck` checks the whole project once; a build would only repeat it.
  typescript: { ignoreBuildErrors: true },
  // Route types are reached through next-env.d.ts, so that a build never rewrites tsconfig.json.
  experimental: {
    strictRouteTypes: true,
    // The documents of an import come as one body, which proxy.ts would otherwise cut at 10 MB (domain/contract/import.ts).
    proxyClientMaxBodySize: "32mb",
  },
  // Without it the root is guessed from lock files, which may lie in a parent folder.
  // Pages and the API get their headers from proxy.ts, which the files of a build never pass.
  headers: async () => [
    {
      source: "/_next/static/:path*",
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
  ],
  turbopack: {
    root: dirname(fileURLToPath(import.meta.url)),
    resolveAlias: {
      "@codemirror/language": "./components/article/no-language.ts",
      "@lezer/common": "./components/article/no-language.ts",
    },
  },
};

export default config;
