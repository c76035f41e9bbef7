import { type WebviewPanel, window } from 'vscode';
import {
  type Answers,
  completedFrom,
  NOTHING_FOUND,
  type Suggestions,
  type Survey,
  suggestionsFrom,
} from '../../advisor';
import type { Session } from '../session';
import { ask } from './ask';
import { type Draft, STEPS } from './questions';
import { ResultPage } from './result-page';

const REMEMBERED = 'wizard.answers';
const TITLE = 'OCI GenAI Auth';
/** A workspace that takes longer is asked about without what it would have shown. */
const PATIENCE_MS = 6_000;

/** Asks step by step, then shows what is to be done. */
export async function chooseAndSetUp(session: Session, given: Draft = {}): Promise<void> {
  const survey = surveyInTime(session);
  const atHand = window.activeTextEditor?.document.uri.toString();
  const suggestions = survey.then((found) => suggestionsFrom(found, atHand));
  const remembered = session.context.workspaceState.get<Draft>(REMEMBERED, {});
  const draft = await askAll(suggestions, { ...remembered, method: undefined, ...given });
  if (!draft) return;
  await session.context.workspaceState.update(REMEMBERED, draft);
  show(session, draft, await survey);
}

/** The page of answers that were given before. */
export async function showAnswers(session: Session, answers: Answers, restored?: WebviewPanel): Promise<void> {
  show(session, answers, await surveyInTime(session), restored);
}

function show(session: Session, answers: Answers, survey: Survey, restored?: WebviewPanel): void {
  const restart = (): Promise<void> => chooseAndSetUp(session);
  ResultPage.show({ session, answers: completedFrom(survey, answers), survey, restart, restored });
}

async function askAll(suggestions: Promise<Suggestions>, start: Draft): Promise<Answers | undefined> {
  const drafts: Draft[] = [start];
  while (drafts.length <= STEPS.length) {
    const at = drafts.length - 1;
    const step = STEPS[at];
    const draft = drafts[at];
    if (!step || !draft) return undefined;
    const answer = await ask({
      title: `${TITLE}: ${step.title}`,
      step: at + 1,
      total: STEPS.length,
      placeholder: step.placeholder,
      choices: suggestions.then((known) => step.choices(known, draft)),
    });
    if (answer === undefined) return undefined;
    if (answer === 'back') drafts.pop();
    else drafts.push(step.apply(draft, answer.value));
  }
  return drafts[STEPS.length] as Answers;
}

function surveyInTime(session: Session): Promise<Survey> {
  const late = new Promise<Survey>((resolve) => {
    setTimeout(() => resolve(NOTHING_FOUND), PATIENCE_MS);
  });
  return Promise.race([session.survey().catch(() => NOTHING_FOUND), late]);
}
