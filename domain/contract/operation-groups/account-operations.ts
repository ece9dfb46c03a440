import { Account, LinkSignIn, PasswordChange, SignIn } from "../account";
import { ApiKeyCreated, ApiKeyInput, ApiKeyList } from "../api-keys";
import { PreferencesSaved } from "../preferences";
import type { Operation } from "./operation";
import { keyId } from "./parameters";

/** Of whoever asks: the session, the account, its keys. */
export const accountOperations = {
  redeemLink: {
    method: "post",
    path: "/session/link",
    tag: "Session",
    summary: "Exchange a single-use sign-in link for a session",
    body: LinkSignIn,
    status: 204,
    access: "anonymous",
  },
  signIn: {
    method: "post",
    path: "/session",
    tag: "Session",
    summary: "Sign in with e-mail and password",
    body: SignIn,
    status: 204,
    access: "anonymous",
  },
  signOut: { method: "delete", path: "/session", tag: "Session", summary: "Sign out", status: 204, keyScope: null },
  getAccount: { method: "get", path: "/account", tag: "Session", summary: "Who is signed in", answer: Account },
  changePassword: {
    method: "put",
    path: "/account/password",
    tag: "Session",
    summary: "Set or change the password; other sessions end",
    body: PasswordChange,
    status: 204,
    keyScope: null,
  },
  getPreferences: {
    method: "get",
    path: "/account/preferences",
    tag: "Session",
    summary: "My own keys and settings",
    answer: PreferencesSaved,
  },
  savePreferences: {
    method: "put",
    path: "/account/preferences",
    tag: "Session",
    summary: "Replace my own keys and settings",
    body: PreferencesSaved,
    answer: PreferencesSaved,
  },
  listApiKeys: {
    method: "get",
    path: "/account/api-keys",
    tag: "API keys",
    summary: "My API keys that are not revoked",
    answer: ApiKeyList,
    keyScope: null,
  },
  createApiKey: {
    method: "post",
    path: "/account/api-keys",
    tag: "API keys",
    summary: "Make an API key; its secret is told once",
    body: ApiKeyInput,
    answer: ApiKeyCreated,
    status: 201,
    keyScope: null,
  },
  revokeApiKey: {
    method: "delete",
    path: "/account/api-keys/{keyId}",
    tag: "API keys",
    summary: "Revoke an API key",
    params: keyId,
    status: 204,
    keyScope: null,
  },
} as const satisfies Record<string, Operation>;
