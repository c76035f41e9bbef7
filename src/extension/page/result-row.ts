import { PLANE_FACTS } from '../../knowledge/plane';
import type { LiveResult } from '../assistant/credentials';
import { html, type Markup } from './html';

const MARKS = {
  good: ['✓', 'works'],
  warning: ['△', 'discouraged'],
  bad: ['✗', 'refused'],
  info: ['·', 'quiet'],
} as const;

/** What OCI answered to one request of a live test, and what to do next where the page has no room of its own for it. */
export function resultRow({ subject, tone, words }: LiveResult, next?: string): Markup {
  const [mark, kind] = MARKS[tone];
  const name = subject === 'identity' ? 'identity' : PLANE_FACTS[subject].label;
  return html`<li><span class="mark ${kind}" aria-hidden="true">${mark}</span><span>${name}</span><span>${words}${next !== undefined && html`<br><span class="quiet">${next}</span>`}</span></li>`;
}
