import { type Advice, asCli, asConsoleText, asTerraform, CALL_FACTS, LANGUAGE_LABELS, type Plan } from '../../advisor';
import { LANGUAGES } from '../../knowledge/code';
import { METHOD_FACTS, type Method } from '../../knowledge/method';
import { placeLabel } from '../../knowledge/place';
import type { Credential, LiveResult } from '../assistant/credentials';
import { button, code, html, type Markup, segments } from '../page/html';
import type { Piece } from '../page/put-text';
import { resultRow } from '../page/result-row';
import { callLabel, frameworkLabel, placeName, priorityLabel } from './questions';

export type PolicyForm = 'console' | 'terraform' | 'cli';

export interface View {
  readonly plan: Plan;
  readonly form: PolicyForm;
  readonly credentials: readonly Credential[];
  readonly trusted: boolean;
  readonly credential?: string;
  readonly testing: boolean;
  readonly results?: readonly LiveResult[] | 'unusable';
}

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** The whole page: what to use, its code, its permission, its deployment, its check, and why nothing else. */
export function resultView(view: View): Markup {
  const { plan } = view;
  const sections: [title: string, body: Markup][] = [['Code', codeSection(view)]];
  if (plan.chosen.method !== 'idcs-oauth') sections.push(['Permission', permissionSection(plan, view.form)]);
  if (plan.deployment.length > 0) sections.push(['Deployment', deploymentSection(plan)]);
  sections.push(['Check', checkSection(view)]);
  const possible = plan.chosen.verdict !== 'refused';
  return html`${head(plan)}${possible && sections.map(([title, body], at) => section(at + 1, title, body))}${comparison(plan)}`;
}

const section = (number: number, title: string, body: Markup): Markup =>
  html`<section aria-labelledby="section-${number}"><div class="bar"><h2 id="section-${number}"><span class="number" aria-hidden="true">${number}</span>${title}</h2></div>${body}</section>`;

function head({ chosen, ranked, answers }: Plan): Markup {
  const first = ranked[0]?.method === chosen.method;
  const said = chosen.verdict === 'refused' ? 'Not possible' : first ? 'Recommended' : capital(chosen.verdict);
  const { language, framework, on, call, priority, places } = answers;
  const chips = [
    callLabel(call),
    placeName(on),
    priority && priorityLabel(priority),
    framework ? frameworkLabel(framework) : LANGUAGE_LABELS[language],
    places.region,
  ];
  return html`<header>
<p class="eyebrow ${chosen.verdict}">${said}</p>
<h1 tabindex="-1" data-first>${capital(METHOD_FACTS[chosen.method].label)}</h1>
<p class="lede">${lede(chosen, answers)}</p>
${chosen.note !== undefined && html`<p class="quiet">${capital(chosen.note)}.</p>`}
${chosen.possibleIf !== undefined && html`<p class="quiet">Possible if ${chosen.possibleIf}.</p>`}
${others(ranked, chosen)}
<div class="chips">${chips.flatMap((chip) => (chip ? [html`<span class="chip">${chip}</span>`] : []))}
${button('restart', 'Change answers', { kind: 'link' })}
${!first && button('method', 'Back to the recommended one', { kind: 'link', arg: ranked[0]?.method })}</div>
</header>`;
}

/** The place is named once, and not again by the reason. */
function lede({ reason }: Advice, { call, on }: Plan['answers']): string {
  const place = placeLabel(on);
  const told = reason.toLowerCase().startsWith(place.toLowerCase());
  return told ? `${capital(reason)}.` : `To ${CALL_FACTS[call].label} from ${place}: ${reason}.`;
}

const INSTEAD: readonly (readonly [Advice['verdict'], string])[] = [
  ['works', 'Works too'],
  ['discouraged', 'Better not'],
  ['refused', 'Impossible here'],
];

/** The rest of the answer at a glance; the reasons stand in the comparison. */
function others(ranked: readonly Advice[], chosen: Advice): Markup {
  const rows = INSTEAD.flatMap(([verdict, title]) => {
    const labels = ranked
      .filter((one) => one.verdict === verdict && one.method !== chosen.method)
      .map(({ method }) => METHOD_FACTS[method].label);
    const mark = VERDICT_MARKS[verdict];
    return labels.length > 0
      ? [
          html`<dt class="${verdict}"><span aria-hidden="true">${mark} </span>${title}</dt><dd>${labels.join(', ')}</dd>`,
        ]
      : [];
  });
  return html`<dl class="others" aria-label="Other methods">${rows}</dl>`;
}

/** The pieces of the page that can be copied and put somewhere, by the name their buttons carry. */
export function piecesOf({ plan, form }: Pick<View, 'plan' | 'form'>): ReadonlyMap<string, Piece> {
  const pieces = new Map<string, Piece>();
  const { code: written, policy, deployment, smokeTest } = plan;
  if (written) pieces.set('code', { ...written, language: editorLanguage(written.language) });
  if (policy.matchingRule) pieces.set('rule', { text: policy.matchingRule, file: 'dynamic-group-rule.txt' });
  pieces.set('policy', policyPiece(plan, form));
  deployment.forEach((piece, at) => {
    pieces.set(`deployment-${at}`, { text: piece.text, file: piece.file });
  });
  if (smokeTest) pieces.set('smoke', { ...smokeTest, language: 'shellscript' });
  return pieces;
}

const editorLanguage = (language: string): string => (language === 'shell' ? 'shellscript' : language);

export function policyPiece({ policy }: Pick<Plan, 'policy'>, form: PolicyForm): Piece {
  if (form === 'terraform') return { text: asTerraform(policy), file: 'genai-policy.tf', language: 'terraform' };
  if (form === 'cli') return { text: asCli(policy), file: 'genai-policy.sh', language: 'shellscript' };
  return { text: asConsoleText(policy), file: 'genai.policy', language: 'plaintext' };
}

const tools = (piece: string, about: string): Markup =>
  html`${button('copy', 'Copy', { arg: piece, about })}${button('insert', 'Insert', { arg: piece, about })}${button('file', 'New File', { arg: piece, about })}`;

function codeSection({ plan, credentials }: View): Markup {
  const { code: written, codeNote, answers, chosen } = plan;
  const profiles = profilesFor(chosen.method, credentials);
  const options = LANGUAGES.map(
    (one) =>
      html`<option value="${one}"${one === answers.language ? html` selected` : ''}>${LANGUAGE_LABELS[one]}</option>`,
  );
  return html`<div class="bar"><select data-field="language" data-key="language" aria-label="Language">${options}</select>
${profiles.length > 0 && profileChoice(profiles, answers.places.profile)}<span class="space"></span>${written && tools('code', 'the code')}</div>
${codeNote !== undefined && html`<p class="quiet">${codeNote}</p>`}
${written && code(written.text, 'Code')}`;
}

/** Profiles of this machine, for code that reads one. */
export const profilesFor = (method: Method, credentials: readonly Credential[]): readonly string[] =>
  method === 'iam-api-key' || method === 'session-token'
    ? credentials.filter((one) => one.method === method).flatMap(({ profile }) => profile ?? [])
    : [];

function profileChoice(profiles: readonly string[], chosen: string | undefined): Markup {
  const options = profiles.map(
    (one) => html`<option value="${one}"${one === chosen ? html` selected` : ''}>Profile ${one}</option>`,
  );
  return html`<select data-field="profile" data-key="profile" aria-label="Profile">${options}</select>`;
}

const FORMS: Readonly<Record<PolicyForm, string>> = { console: 'Console', terraform: 'Terraform', cli: 'OCI CLI' };

function permissionSection(plan: Plan, form: PolicyForm): Markup {
  const { policy } = plan;
  const apart = form === 'console' && policy.matchingRule;
  const text = form === 'console' ? `${policy.statements.join('\n')}\n` : policyPiece(plan, form).text;
  return html`${fields(plan)}
<div class="bar">${segments('form', 'Form of the policy', form, FORMS)}<span class="space"></span>${tools('policy', 'the policy')}</div>
${apart && html`<div class="bar"><h3>Matching rule of the dynamic group</h3><span class="space"></span>${tools('rule', 'the matching rule')}</div>${wrapped(apart, 'Matching rule')}<h3>Policy</h3>`}
${form === 'console' ? wrapped(text, 'Policy') : code(text, 'Policy')}
${form === 'console' && policy.notes.map((note) => html`<p class="quiet">${note}</p>`)}`;
}

const wrapped = (text: string, label: string): Markup =>
  html`<pre class="wrap" tabindex="0" role="region" aria-label="${label}"><code>${text.trimEnd()}</code></pre>`;

function fields({ answers, chosen }: Plan): Markup {
  const { places, group, domain, namespace, serviceAccount, apiKeyId, clusterId } = answers;
  const all: Markup[] = [field('compartment', 'Compartment', places.compartment, 'OCID or name')];
  if (chosen.method === 'oke-workload-identity') {
    all.push(field('namespace', 'Namespace', namespace, 'genai'));
    all.push(field('serviceAccount', 'Service account', serviceAccount, 'genai-caller'));
    all.push(field('clusterId', 'Cluster', clusterId, 'OCID of the cluster'));
  } else if (chosen.method === 'genai-api-key') {
    all.push(field('apiKeyId', 'API key', apiKeyId, 'OCID of the key, not the key itself'));
  } else {
    all.push(field('group', METHOD_FACTS[chosen.method].principal ? 'Dynamic group' : 'Group', group, 'genai-callers'));
    all.push(field('domain', 'Identity domain', domain, 'Default'));
  }
  return html`<div class="fields">${all}</div>`;
}

const field = (name: string, label: string, value: string | undefined, example: string): Markup =>
  html`<label>${label}<input data-field="${name}" data-key="${name}" value="${value ?? ''}" placeholder="${example}" spellcheck="false"></label>`;

const deploymentSection = ({ deployment }: Plan): Markup =>
  html`${deployment.map(
    ({ title, file, text }, at) =>
      html`<div class="bar"><span class="title"><strong>${file}</strong> <span class="quiet">${title}</span></span>${tools(`deployment-${at}`, file)}</div>${code(text, file)}`,
  )}`;

function checkSection({ plan, credentials, trusted, credential, testing, results }: View): Markup {
  const { smokeTest } = plan;
  const options = credentials.map(
    ({ id, label, method }) =>
      html`<option value="${id}"${id === credential ? html` selected` : ''}>${label} · ${METHOD_FACTS[method].label}</option>`,
  );
  const live =
    credentials.length > 0
      ? html`<div class="bar"><select data-field="credential" data-key="credential" aria-label="Credential">${options}</select>
${testing ? button('cancel', 'Cancel') : button('test', 'Test Now', { kind: 'primary' })}
<span class="quiet">${testing ? 'Asking OCI…' : 'One harmless request per plane'}</span></div>`
      : html`<p class="quiet">${trusted ? 'No credential of this machine can be tested from here.' : 'Trust this workspace to test a credential.'}</p>`;
  return html`${live}${resultList(results)}
${smokeTest && html`<details id="smoke"${credentials.length === 0 ? html` open` : ''}><summary>Smoke test to run where the code runs</summary><div class="inner"><div class="bar"><span class="space"></span>${tools('smoke', 'the smoke test')}</div>${wrapped(smokeTest.text, 'Smoke test')}</div></details>`}`;
}

function resultList(results: View['results']): Markup {
  if (results === undefined) return html``;
  if (results === 'unusable') return html`<p class="refused">This credential lacks what a request needs.</p>`;
  const rows = results.map((one) =>
    resultRow(one, one.tone === 'good' || one.tone === 'info' ? undefined : one.causes[0]?.next),
  );
  return html`<ul class="results" aria-label="Result of the test">${rows}</ul>`;
}

const comparison = ({ ranked, chosen }: Plan): Markup =>
  html`<section aria-labelledby="comparison"><div class="bar"><h2 id="comparison">All methods for this case</h2></div>
<table><thead><tr><th scope="col">Method</th><th scope="col">Verdict</th><th scope="col">Why</th><th scope="col"></th></tr></thead>
<tbody>${ranked.map((advice) => row(advice, chosen))}</tbody></table></section>`;

const VERDICT_MARKS = { works: '✓', discouraged: '△', refused: '✗' } as const;

function row({ method, verdict, reason, possibleIf }: Advice, chosen: Advice): Markup {
  const label = capital(METHOD_FACTS[method].label);
  const here = method === chosen.method;
  const choice = here
    ? html`<span class="quiet">shown</span>`
    : button('method', 'Show', { arg: method, kind: 'link', about: label });
  return html`<tr class="${here ? 'chosen' : ''}"><td>${label}</td><td class="verdict ${verdict}">${VERDICT_MARKS[verdict]} ${verdict}</td>
<td>${capital(reason)}.${possibleIf !== undefined && html` <span class="quiet">Possible if ${possibleIf}.</span>`}</td>
<td>${verdict !== 'refused' || here ? choice : ''}</td></tr>`;
}
