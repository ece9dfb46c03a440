import { createServer } from "node:http";
import Provider, { type AccountClaims } from "oidc-provider";
import { findFreePort } from "./free-port";

export interface Person {
  sub: string;
  email: string;
  email_verified: boolean;
}

/** A real OpenID Connect issuer on this machine, at which whoever `person` is has signed in already. */
export interface OidcIssuer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  person: Person;
  /** Goes through the provider's pages as a browser does; the address it is sent back to. */
  walk(url: string): Promise<URL>;
  close(): Promise<void>;
}

export async function startOidcIssuer(redirectUri: string): Promise<OidcIssuer> {
  const port = await findFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const [clientId, clientSecret] = ["sayso", "a secret that only the two know"];
  const started: { person: Person } = { person: { sub: "nobody", email: "nobody@example.org", email_verified: true } };
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] },
        // Over plain http to this machine, which is not allowed to web applications.
        application_type: "native",
      },
    ],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    cookies: { keys: ["signs the provider's own cookies"] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_, sub) => ({ accountId: sub, claims: (): AccountClaims => ({ ...started.person, sub }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    // Everybody consents to everything.
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  const server = createServer((request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void provider.interactionFinished(request, response, { login: { accountId: started.person.sub }, consent: {} });
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  async function walk(url: string): Promise<URL> {
    const jar = new Map<string, string>();
    let at = new URL(url);
    for (let step = 0; step < 10; step += 1) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
      const found = await fetch(at, { redirect: "manual", headers: { cookie } });
      for (const one of found.headers.getSetCookie()) {
        const [name = "", value = ""] = (one.split(";")[0] ?? "").split(/=(.*)/s);
        jar.set(name, value);
      }
      const location = found.headers.get("location");
      if (!location) throw new Error(`The issuer answered ${found.status}: ${await found.text()}`);
      at = new URL(location, at);
      if (at.href.startsWith(redirectUri)) return at;
    }
    throw new Error("The issuer leads round in circles.");
  }

  return Object.assign(started, {
    ...{ issuer, clientId, clientSecret, walk },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
