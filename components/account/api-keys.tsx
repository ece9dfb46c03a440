"use client";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { v7 as uuid } from "uuid";
import { ApiError, api } from "@/components/api-client";
import { messageOf } from "@/components/shell/message-of";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Notice } from "@/components/ui/notice";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { ShownOnce } from "@/components/ui/shown-once";
import { TextField } from "@/components/ui/text-field";
import { useToast } from "@/components/ui/toast";
import type { ApiKey, ApiKeyCreated, Scope } from "@/domain/contract/api-keys";

const scopes: { scope: Scope; label: string; description: string }[] = [
  { scope: "read", label: "Read", description: "All that you may see, exports included." },
  { scope: "write", label: "Write", description: "All that you may change, in your name." },
  { scope: "suggest", label: "Suggest", description: "Write suggestions as an agent, where you manage the project." },
];

const lifetimes = [
  { value: "30", label: "30 days" },
  { value: "365", label: "A year" },
  { value: "never", label: "Until revoked" },
];

const DAY = 24 * 60 * 60 * 1000;

/** Keys with which programs act for the person: made with their secret shown once, listed, revoked. */
export function ApiKeys({ keys }: { keys: readonly ApiKey[] }) {
  const router = useRouter();
  const [made, setMade] = useState<ApiKeyCreated | null>(null);
  return (
    <div className="grid max-w-xl gap-6">
      {made && <NewSecret made={made} onDone={() => setMade(null)} />}
      {keys.length > 0 && (
        <ul aria-label="API keys" className="divide-y divide-border border-y text-sm">
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} onRevoked={() => router.refresh()} />
          ))}
        </ul>
      )}
      <NewKey
        onMade={(created) => {
          setMade(created);
          router.refresh();
        }}
      />
    </div>
  );
}

function NewSecret({ made, onDone }: { made: ApiKeyCreated; onDone: () => void }) {
  return (
    <ShownOnce title={`“${made.apiKey.name}” is ready`} what="key" text={made.secret} onDone={onDone}>
      <p>Copy it now: it is not shown again.</p>
      <code data-api-key="" className="mt-2 block font-mono text-xs [overflow-wrap:anywhere]">
        {made.secret}
      </code>
    </ShownOnce>
  );
}

function NewKey({ onMade }: { onMade: (created: ApiKeyCreated) => void }) {
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<readonly Scope[]>(["read"]);
  const [lifetime, setLifetime] = useState("365");
  const creation = useMutation({
    mutationFn: () => {
      const expiresAt = lifetime === "never" ? null : new Date(Date.now() + Number(lifetime) * DAY).toISOString();
      return api.post<ApiKeyCreated>("/account/api-keys", { id: uuid(), name, scopes: chosen, expiresAt });
    },
    onSuccess: (created) => {
      setName("");
      onMade(created);
    },
  });
  const errors = creation.error instanceof ApiError ? (creation.error.problem.errors ?? []) : [];
  const errorAt = (path: string) => errors.find((error) => error.path === path)?.message ?? null;

  function submit(event: FormEvent): void {
    event.preventDefault();
    creation.mutate();
  }

  return (
    <form onSubmit={submit} className="grid gap-4">
      <TextField
        label="Name of the new key"
        description="What it is for, to tell it from others."
        value={name}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => setName(event.target.value)}
        error={errorAt("name")}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-medium text-sm">It may</legend>
        {scopes.map(({ scope, label, description }) => (
          <Checkbox
            key={scope}
            label={label}
            description={description}
            checked={chosen.includes(scope)}
            onCheckedChange={(on) => setChosen(on ? [...chosen, scope] : chosen.filter((one) => one !== scope))}
          />
        ))}
        {errorAt("scopes") && (
          <p role="alert" className="text-danger text-sm">
            {errorAt("scopes")}
          </p>
        )}
      </fieldset>
      <div className="grid justify-items-start gap-1">
        <p className="font-medium text-sm">It works for</p>
        <SegmentedControl label="It works for" value={lifetime} onValueChange={setLifetime} options={lifetimes} />
      </div>
      {creation.error && errors.length === 0 && (
        <Notice tone="danger" role="alert">
          {messageOf(creation.error)}
        </Notice>
      )}
      <Button type="submit" busy={creation.isPending} className="justify-self-start">
        Make a key
      </Button>
    </form>
  );
}

function KeyRow({ apiKey, onRevoked }: { apiKey: ApiKey; onRevoked: () => void }) {
  const [asks, setAsks] = useState(false);
  const toast = useToast();
  const revocation = useMutation({
    mutationFn: () => api.delete(`/account/api-keys/${apiKey.id}`),
    onSuccess: () => {
      setAsks(false);
      onRevoked();
    },
    onError: (error) => toast.show({ tone: "danger", title: "Not revoked", description: messageOf(error) }),
  });
  const { name, expiresAt, lastUsedAt } = apiKey;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5">
      <span className="min-w-0 flex-1">
        <span className="block break-words font-medium">{name}</span>
        <span className="block text-text-muted">
          {expiresAt ? `works until ${dayOf(expiresAt)}` : "works until revoked"}
          {lastUsedAt ? `, last used on ${dayOf(lastUsedAt)}` : ", never used"}
        </span>
      </span>
      {apiKey.scopes.map((scope) => (
        <Badge key={scope}>{scope}</Badge>
      ))}
      <Button size="sm" variant="quiet" className="text-danger" onClick={() => setAsks(true)}>
        Revoke<span className="sr-only"> {name}</span>
      </Button>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title={`Revoke “${name}”?`}
        description="Programs that use it are refused from then on. This cannot be taken back."
        confirmLabel="Revoke"
        tone="danger"
        busy={revocation.isPending}
        onConfirm={() => revocation.mutate()}
      />
    </li>
  );
}

/** By the calendar of Greenwich, on the server and in the browser alike. */
const dayOf = (moment: string) => moment.slice(0, 10);
