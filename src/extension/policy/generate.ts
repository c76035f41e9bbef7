import { type QuickPickItem, window, workspace } from 'vscode';
import {
  type Answers,
  type LeastPrivilege,
  leastPrivilege,
  NOTHING_FOUND,
  type Survey,
  type UseFact,
} from '../../advisor';
import { acceptance } from '../../knowledge/acceptance';
import { METHOD_FACTS, type Method } from '../../knowledge/method';
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
  const policy = policyOf(survey);
  if (policy.statements.length === 0) return void offerWizard(session);
  const planes = [...new Set(survey.uses.map(({ plane }) => PLANE_FACTS[plane].label))].join(', ');
  const chosen = await window.showQuickPick(FORMS, {
    title: `OCI GenAI Auth: Least-Privilege Policy for ${planes}`,
    placeHolder: 'In which form?',
  });
  if (!chosen) return;
  const { text, language } = policyPiece({ policy }, chosen.form);
  const content = chosen.form === 'cli' ? text : `# reaches: ${planes}\n${text}`;
  await window.showTextDocument(await workspace.openTextDocument({ content, language }));
}

async function offerWizard(session: Session): Promise<void> {
  const answer = await window.showInformationMessage(NO_CALL, CHOOSE);
  if (answer !== CHOOSE) return;
  const { chooseAndSetUp } = await import('../wizard/wizard');
  await chooseAndSetUp(session);
}

/** Callers that hold a key are let in by the key's own statements, the others by their group. */
function policyOf(survey: Survey): LeastPrivilege {
  const byKey = (use: UseFact): boolean =>
    use.methods.length > 0 && use.methods.every((one) => one === 'genai-api-key');
  // On a plane that reads signatures only, a key opens nothing, whatever a policy says.
  const keyed = survey.uses.filter((use) => byKey(use) && acceptance('genai-api-key', use.plane).verdict !== 'refused');
  const others = survey.uses.filter((use) => !keyed.includes(use));
  const forKeys = leastPrivilege(keyed, { method: 'genai-api-key', compartment: survey.ocids.compartment[0] });
  const forOthers = leastPrivilege(others, grantee(survey));
  if (keyed.length === 0) return forOthers;
  if (others.length === 0) return forKeys;
  return {
    statements: [...forOthers.statements, ...forKeys.statements],
    matchingRule: forOthers.matchingRule,
    notes: [...forOthers.notes, ...forKeys.notes],
  };
}

/** Who calls, by what the workspace shows: its workload's principal, else the methods that the code uses. */
function grantee({ workloads, uses, ocids }: Survey): Parameters<typeof leastPrivilege>[1] {
  const place: Answers['on'] | undefined = (workloads.find(({ certain }) => certain) ?? workloads[0])?.place;
  const methods = new Set(uses.flatMap((use) => use.methods));
  const known = [...methods].filter((one): one is Method => one !== 'none' && one !== 'unknown');
  const principal = known.find((one) => METHOD_FACTS[one].principal);
  const method = place ? undefined : (principal ?? (known.length === 1 ? known[0] : undefined));
  return { place, method, compartment: ocids.compartment[0] };
}
