import type { ExplainedCause, Explanation } from '../../advisor';
import type { LiveResult } from '../assistant/credentials';
import { button, html, type Markup } from '../page/html';
import { resultRow } from '../page/result-row';
import type { Remedy } from './remedy';

export interface CauseView {
  readonly cause: ExplainedCause;
  readonly remedies: readonly Remedy[];
}

export interface Tested {
  readonly label: string;
  readonly results: readonly LiveResult[] | undefined;
}

export interface ExplainView {
  readonly explanation: Explanation;
  readonly causes: readonly CauseView[];
  readonly testing: boolean;
  readonly tested?: readonly Tested[];
}

/** More causes at once help nobody. */
const FIRST = 3;

/** Longer texts were cut. */
const SAID = 238;

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;
const sentence = (text: string): string => `${capital(text)}${/[.!?)]$/.test(text) ? '' : '.'}`;

/** A statement stands alone in its line, without a mark that would be copied with it. */
function nextLines(next: string): Markup {
  const [first = '', ...rest] = next.split('\n');
  if (rest.length === 0) return html`${sentence(next)}`;
  return html`${capital(first)}${rest.map((line) => html`<br>${line}`)}`;
}

export function explainView(view: ExplainView): Markup {
  const { explanation, causes } = view;
  const rest = causes.slice(FIRST);
  return html`${head(explanation, causes[0]?.cause)}
<section aria-labelledby="causes"><div class="bar"><h2 id="causes">Most likely first</h2></div>
<ol class="causes">${causes.slice(0, FIRST).map((one, at) => causeItem(one, at))}</ol>
${rest.length > 0 && html`<details id="rest"><summary>${rest.length} less likely</summary><ol class="causes">${rest.map((one, at) => causeItem(one, at + FIRST))}</ol></details>`}</section>
${testSection(view)}`;
}

function head({ said, seen }: Explanation, first: ExplainedCause | undefined): Markup {
  const chips = Object.entries(seen).flatMap(([name, value]) =>
    value ? [html`<span class="chip">${name === 'status' ? '' : `${name} `}${value}</span>`] : [],
  );
  return html`<header><p class="eyebrow discouraged">Why it failed</p>
<h1 tabindex="-1" data-first>${first?.title ?? ''}</h1>
<pre class="wrap said" tabindex="0" role="region" aria-label="The error, masked"><code>${said.length < SAID ? said : `${said}…`}</code></pre>
${chips.length > 0 && html`<div class="chips">${chips}</div>`}</header>`;
}

function causeItem({ cause, remedies }: CauseView, at: number): Markup {
  const buttons = remedies.map((remedy, index) =>
    button('remedy', remedy.label, {
      arg: `${at}.${index}`,
      kind: index === 0 && at === 0 ? 'primary' : 'secondary',
      about: cause.title,
    }),
  );
  return html`<li class="cause"><span class="number" aria-hidden="true">${at + 1}</span><div>
<h3>${cause.title}</h3>
${cause.evidence !== undefined && html`<p class="evidence">${sentence(cause.evidence)}</p>`}
<dl><dt>Why</dt><dd>${sentence(cause.why)}</dd><dt>Next</dt><dd>${nextLines(cause.next)}</dd></dl>
${buttons.length > 0 && html`<div class="bar">${buttons}</div>`}</div></li>`;
}

function testSection({ testing, tested }: ExplainView): Markup {
  if (testing)
    return html`<section><p class="quiet">Asking OCI… ${button('cancel', 'Cancel', { kind: 'link' })}</p></section>`;
  if (!tested) return html``;
  return html`<section aria-labelledby="tested"><div class="bar"><h2 id="tested">What OCI says to the credentials</h2></div>${tested.map(
    ({ label, results }) =>
      html`<h3>${label}</h3>${results ? html`<ul class="results">${results.map((one) => resultRow(one))}</ul>` : html`<p class="refused">It lacks what a request needs.</p>`}`,
  )}</section>`;
}
