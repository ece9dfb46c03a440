"use client";
import { ProjectName } from "@/components/shell/project-name";
import type { AgreementTarget } from "@/domain/contract/agreement";
import type { ProjectSettings } from "@/domain/contract/suggestions";
import type { TrainingSetup } from "@/domain/contract/training";
import type { TwoFactorRule } from "@/domain/contract/two-factor";
import type { ReviewSettings } from "@/domain/review/review-settings";
import { ReviewSetting } from "./review-setting";
import { SuggestionSetting } from "./suggestion-setting";
import { TargetSetting } from "./target-setting";
import { TrainingSetting } from "./training-setting";
import { TwoFactorSetting } from "./two-factor-setting";

interface SettingsScreenProps {
  project: { id: string; name: string };
  settings: ProjectSettings;
  review: ReviewSettings;
  target: AgreementTarget;
  twoFactor: TwoFactorRule;
  training: TrainingSetup;
}

/** What a manager decides for a whole project. */
export function SettingsScreen({ project, settings, review, target, twoFactor, training }: SettingsScreenProps) {
  return (
    <div className="flex flex-col gap-8">
      <ProjectName project={project} />
      <section className="grid gap-x-12 gap-y-4 md:grid-cols-[14rem_1fr]">
        <div>
          <h2 className="font-serif text-lg">Suggestions</h2>
          <p className="mt-1 text-sm text-text-muted">
            Statements that a program finds, for annotators to accept, edit or dismiss. A reading says whether it was
            made with them, in the review and in the export.
          </p>
        </div>
        <SuggestionSetting projectId={project.id} settings={settings} />
      </section>
      <section className="grid gap-x-12 gap-y-4 border-t pt-8 md:grid-cols-[14rem_1fr]">
        <div>
          <h2 className="font-serif text-lg">Review</h2>
          <p className="mt-1 text-sm text-text-muted">
            What reviewers are shown first, the reasons they give with one key, and whether they know whose reading it
            is.
          </p>
        </div>
        <ReviewSetting projectId={project.id} settings={review} />
      </section>
      <section className="grid gap-x-12 gap-y-4 border-t pt-8 md:grid-cols-[14rem_1fr]">
        <div>
          <h2 className="font-serif text-lg">Training</h2>
          <p className="mt-1 text-sm text-text-muted">
            Articles with gold on which annotators learn: they see how gold has each statement, and read for the project
            once they come near enough to it.
          </p>
        </div>
        <TrainingSetting projectId={project.id} setup={training} />
      </section>
      <section className="grid gap-x-12 gap-y-4 border-t pt-8 md:grid-cols-[14rem_1fr]">
        <div>
          <h2 className="font-serif text-lg">Agreement</h2>
          <p className="mt-1 text-sm text-text-muted">
            The alphas that figures are held against, on the screen and in the reliability report.
          </p>
        </div>
        <TargetSetting projectId={project.id} target={target} />
      </section>
      <section className="grid gap-x-12 gap-y-4 border-t pt-8 md:grid-cols-[14rem_1fr]">
        <div>
          <h2 className="font-serif text-lg">Second factor</h2>
          <p className="mt-1 text-sm text-text-muted">
            Reviewers and managers can be asked to sign in with a code of their phone beside the password.
          </p>
        </div>
        <TwoFactorSetting projectId={project.id} rule={twoFactor} />
      </section>
    </div>
  );
}
