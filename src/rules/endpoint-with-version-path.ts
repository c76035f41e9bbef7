import { argOf, withOptions } from '../flow/arguments';
import type { ServiceUse } from '../flow/uses';
import type { TextValue } from '../flow/value';
import { genAiEndpoint, HOLE } from '../knowledge/host';
import type { Fix, Report, Rule } from './contract';

const MESSAGES = {
  doubled: (path: string) =>
    `The SDK appends its versioned path to the endpoint: with “${path}” in it every request goes to a doubled path and answers 404. Give the host alone.`,
};

/** A version as the SDKs append it: `/20231130`, `/20240531`, …, and whatever follows. */
const VERSIONED = /^\/20\d{6}(?:\/|$)/;

interface Doubled {
  readonly text: TextValue;
  readonly path: string;
}

function doubled(use: ServiceUse): Doubled | undefined {
  const { endpoint } = use.fact;
  if (!endpoint) return undefined;
  for (const object of use.objects) {
    for (const value of argOf(withOptions(object.args), endpoint)?.values ?? []) {
      if (value.k !== 'text') continue;
      const path = genAiEndpoint(value.text)?.path;
      if (path !== undefined && VERSIONED.test(path)) return { text: value, path };
    }
  }
  return undefined;
}

export const endpointWithVersionPath: Rule = {
  id: 'endpoint-with-version-path',
  severity: 'error',
  title: 'Endpoint that already has the path which the SDK appends',
  *check({ uses, uri }): Iterable<Report> {
    for (const use of uses) {
      const found = doubled(use);
      if (!found) continue;
      const here = found.text.origin.uri === uri;
      yield {
        span: here ? found.text.origin.span : use.call.callee.span,
        message: MESSAGES.doubled(found.path.replaceAll(HOLE, '…')),
        use,
      };
    }
  },
  fixes({ program, uri }, { use }): readonly Fix[] {
    const found = use && doubled(use);
    if (!found || found.text.origin.uri !== uri || found.path.includes(HOLE)) return [];
    const { span } = found.text.origin;
    const literal = program.text.slice(span.start, span.end);
    const at = literal.lastIndexOf(found.path);
    if (at < 0) return [];
    const edit = { span: { start: span.start + at, end: span.start + at + found.path.length }, text: '' };
    return [{ title: 'Keep the host alone', safety: 'safe', preferred: true, edits: [edit] }];
  },
};
