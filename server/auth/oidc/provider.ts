import * as client from "openid-client";
import { env, type OidcSettings } from "@/server/env";
import { HttpError } from "@/server/http-error";
import { perProcess } from "@/server/per-process";

interface Discovered {
  settings: OidcSettings;
  config: Promise<client.Configuration>;
}

const state = perProcess<{ discovered: Discovered | null }>("oidc-provider", () => ({ discovered: null }));

/** Seconds that the provider may take to answer. */
const TIMEOUT = 10;

/**
 * The sign-in provider of this server, as it describes itself; asked once in a process, at the first sign-in. Errors: 404
 * no_provider where none is configured, 503 oidc_unavailable.
 */
export async function oidcProvider(): Promise<client.Configuration> {
  const settings = env().oidc;
  if (!settings) throw new HttpError(404, "no_provider", "This server has no sign-in provider.");
  if (state.discovered?.settings !== settings) state.discovered = { settings, config: discover(settings) };
  const { discovered } = state;
  try {
    return await discovered.config;
  } catch (error) {
    // The next sign-in asks again.
    if (state.discovered === discovered) state.discovered = null;
    console.warn(`The sign-in provider ${settings.issuer} could not be asked:`, error);
    throw unavailable();
  }
}

export const unavailable = () =>
  new HttpError(503, "oidc_unavailable", "The sign-in provider does not answer as it should. Try again later.", {
    headers: { "Retry-After": "30" },
  });

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const url = new URL(issuer);
  return client.discovery(
    url,
    clientId,
    undefined,
    clientSecret ? client.ClientSecretBasic(clientSecret) : client.None(),
    {
      timeout: TIMEOUT,
      // ID tokens are checked against the provider's keys, though they come over a connection of our own. Plain http: env.ts
      // admits it on this machine only.
      execute: [client.enableNonRepudiationChecks, ...(url.protocol === "http:" ? [client.allowInsecureRequests] : [])],
    },
  );
}
