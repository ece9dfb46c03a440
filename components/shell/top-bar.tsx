import Link from "next/link";
import { NewMentions } from "@/components/discussion/new-mentions";
import { Bell } from "@/components/notifications/bell";
import { AccountMenu } from "./account-menu";
import { MainNavigation } from "./main-navigation";
import { ProjectSwitcher } from "./project-switcher";
import { Wordmark } from "./wordmark";

interface TopBarProps {
  /** Of the reader, open ones first. */
  projects: readonly { id: string; name: string; archived: boolean }[];
  userId: string;
  name: string;
  email: string;
  /** Shows the screens for reviewers and managers. */
  mayReview: boolean;
  /** Shows what managers set. */
  mayManage: boolean;
  /** Runs this server. */
  isAdmin: boolean;
  /** Comments that name them and that they have not seen; null: nobody can name them. */
  mentions: number | null;
  /** What they are told of and have not read. */
  notifications: number;
}

/** One slim line: the article below needs the height. */
export function TopBar(props: TopBarProps) {
  const { projects, userId, name, email, mayReview, mayManage, isAdmin, mentions, notifications } = props;
  return (
    <header className="sticky top-0 z-30 flex h-shell shrink-0 items-stretch gap-3 border-b bg-surface px-3 sm:gap-6 sm:px-5 print:hidden">
      <Link href="/" aria-label="Sayso" className="flex min-w-6 items-center justify-center rounded-sm">
        <Wordmark short />
      </Link>
      {projects.length > 0 && (
        <div className="flex min-w-0 shrink-0 items-center sm:-ml-4">
          <ProjectSwitcher projects={projects} />
        </div>
      )}
      <MainNavigation mayReview={mayReview} mayManage={mayManage} />
      <div className="ml-auto flex items-center">
        <Bell userId={userId} initial={notifications} />
        {mentions !== null && <NewMentions initial={mentions} />}
        <AccountMenu name={name} email={email} mayBeNamed={mentions !== null} isAdmin={isAdmin} />
      </div>
    </header>
  );
}
