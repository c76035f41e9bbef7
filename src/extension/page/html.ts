/** Markup that is safe to show: everything that came from elsewhere was escaped when it was put in. */
export class Markup {
  constructor(readonly text: string) {}
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => ESCAPES[mark] ?? mark);

type Piece = string | number | Markup | readonly Markup[] | undefined | false;

/** A template whose values are escaped unless they are markup themselves; nothing for what is absent. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  return new Markup(parts.map((part, at) => part + (at < pieces.length ? textOf(pieces[at]) : '')).join(''));
}

function textOf(piece: Piece): string {
  if (piece === undefined || piece === false) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'object') return piece.map((one) => one.text).join('');
  return escaped(String(piece));
}

/** A button that tells the extension what to do. */
export const button = (act: string, label: string, options: ButtonOptions = {}): Markup => {
  const { arg = '', kind = 'secondary', about } = options;
  const name = about && `${label}: ${about}`;
  return html`<button type="button" class="${kind}" data-act="${act}" data-arg="${arg}" data-key="${act} ${arg}"${name ? html` aria-label="${name}"` : ''}>${label}</button>`;
};

interface ButtonOptions {
  readonly arg?: string;
  readonly kind?: 'primary' | 'secondary' | 'link';
  /** What it is about, for those who cannot see what it stands beside. */
  readonly about?: string;
}

/** One of several, as a row of buttons. */
export const segments = (
  act: string,
  label: string,
  chosen: string,
  options: Readonly<Record<string, string>>,
): Markup =>
  html`<div class="segments" role="group" aria-label="${label}">${Object.entries(options).map(
    ([value, text]) =>
      html`<button type="button" data-act="${act}" data-arg="${value}" data-key="${act} ${value}" aria-pressed="${String(value === chosen)}">${text}</button>`,
  )}</div>`;

export const code = (text: string, label: string): Markup =>
  html`<pre tabindex="0" role="region" aria-label="${label}"><code>${text.trimEnd()}</code></pre>`;
