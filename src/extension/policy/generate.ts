import { type QuickPickItem, window, workspace } from 'vscode';
import { NOTHING_FOUND, surveyedHeading, surveyedPolicy } from '../../advisor';
import { PLANE_FACTS } from '../../knowledge/plane';
import type { Session } from '../session';
import { type PolicyForm, policyPiece } from '../wizard/result-view';

interface FormItem extends QuickPickItem {
  readonly form: PolicyForm;
}

const FORMS: readonly FormItem[] = [
  {
    form: 'console',
    label: '$(list-flat) Console text',
    detail: 'One statement per line, to paste into the policy builder',
  },
  { form: 'terraform', label: '$(file-code) Terraform', detail: 'oci_identity_policy, with the dynamic group' },
  { form: 'cli', label: '$(terminal) OCI CLI', detail: 'A script that creates the same' },
];

const NO_CALL = 'No call to OCI Generative AI that needs a policy was found in this workspace.';
const CHOOSE = 'Choose and Set Up…';

/** The statements that what the workspace's code calls needs, in a document of their own. */
export async function generatePolicy(session: Session): Promise<void> {
  const survey = await session.survey().catch(() => NOTHING_FOUND);
  const policy = surveyedPolicy(survey);
  if (policy.statements.length === 0) return void offerWizard(session);
  const planes = [...new Set(survey.uses.map(({ plane }) => PLANE_FACTS[plane].label))].join(', ');
  const chosen = await window.showQuickPick(FORMS, {
    title: `OCI GenAI Auth: Least-Privilege Policy for ${planes}`,
    placeHolder: 'In which form?',
  });
  if (!chosen) return;
  const { text, language } = policyPiece({ policy }, chosen.form);
  const content = chosen.form === 'cli' ? text : `${surveyedHeading(survey, undefined)}${text}`;
  await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}

async function offerWizard(session: Session): Promise<void> {
  const answer = await window.showInformationMessage(NO_CALL, CHOOSE);
  if (answer !== CHOOSE) return;
  const { chooseAndSetUp } = await import('../wizard/wizard');
  await chooseAndSetUp(session);
}
