import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { PreferencesProvider } from "@/components/preferences/preferences-provider";
import { ReadingScope } from "@/components/preferences/reading-scope";
import { CurrentProjectProvider } from "@/components/shell/current-project";
import { TopBar } from "@/components/shell/top-bar";
import { may } from "@/domain/policy";
import { PROJECT_COOKIE } from "@/domain/project/project-cookie";
import { requirePageActor } from "@/server/auth/actor";
import { countUnread } from "@/server/notifications/list-notifications";
import { countMentions } from "@/server/queries/discussion/list-mentions";
import { getPreferences } from "@/server/queries/get-preferences";
import { listProjects } from "@/server/queries/list-projects";

export default async function WorkLayout({ children }: { children: ReactNode }) {
  const actor = await requirePageActor();
  const [projects, preferences] = await Promise.all([listProjects(actor), getPreferences(actor)]);
  const mayDiscuss = projects.some((project) => may("discussion.read", project.role));
  const openFirst = [...projects].sort((a, b) => Number(a.archived) - Number(b.archived));
  const wanted = (await cookies()).get(PROJECT_COOKIE)?.value;
  const current = openFirst.find(({ id }) => id === wanted) ?? openFirst[0];
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <PreferencesProvider key={actor.userId} userId={actor.userId} initial={preferences}>
      {preferences.preferences.reading.contrast === "more" && (
        <script
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: fixed words, run before the first paint
          dangerouslySetInnerHTML={{ __html: 'document.documentElement.dataset.contrast = "more"' }}
        />
      )}
      <ReadingScope>
        <CurrentProjectProvider initial={current?.id ?? null}>
          <div className="flex min-h-dvh flex-col">
            <TopBar
              projects={openFirst}
              userId={actor.userId}
              name={actor.name}
              email={actor.email}
              mayReview={projects.some((project) => may("document.review", project.role))}
              mayManage={projects.some((project) => may("project.manage", project.role))}
              isAdmin={actor.isAdmin}
              notifications={await countUnread(actor)}
              mentions={mayDiscuss ? await countMentions(actor) : null}
            />
            <main id="content" tabIndex={-1} className="flex flex-1 flex-col outline-none">
              {children}
            </main>
          </div>
        </CurrentProjectProvider>
      </ReadingScope>
    </PreferencesProvider>
  );
}
