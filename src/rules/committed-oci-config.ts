import { configContent, isTestPath, sessionToken } from '../secrets';
import type { Fix, Report, Rule } from './contract';
import { ignoreFile } from './repair/secret/file';
import { rotateIn } from './repair/secret/rotate';

const MESSAGES = {
  config:
    'This is an OCI config with a real profile, and git does not ignore it. Keep it in ~/.oci, add it to .gitignore, and delete its key in OCI if it was ever shared.',
  'tracked-config':
    'This is an OCI config with a real profile, and git still tracks it: .gitignore hides new files only. Run git rm --cached, commit, and delete its key in OCI, since the history keeps it.',
  'tracked-token':
    'This is a session token of OCI, and git still tracks it: .gitignore hides new files only. Run git rm --cached and commit.',
  token:
    'This is a session token of OCI, and git does not ignore it. Keep it in ~/.oci/sessions and add it to .gitignore.',
};

/** Languages as which editors open such files. */
const PLAIN: ReadonlySet<string> = new Set(['ini', 'properties', 'text']);

export const committedOciConfig: Rule = {
  id: 'committed-oci-config',
  severity: 'error',
  title: 'OCI config or session token that git does not ignore',
  *check({ program, path, ignored, tracked }): Iterable<Report> {
    if (ignored || isTestPath(path)) return;
    if (!PLAIN.has(program.language)) return;
    const { text } = program;
    const state = tracked?.ignored ? 'tracked-' : '';
    const config = configContent(text);
    if (config) {
      yield {
        span: { start: config.header, end: text.indexOf(']', config.header) + 1 },
        message: MESSAGES[`${state}config`],
      };
    } else if (text.length < 16_000 && sessionToken(text) !== undefined && /^\s*\S+\s*$/.test(text)) {
      const start = text.search(/\S/);
      yield { span: { start, end: text.trimEnd().length }, message: MESSAGES[`${state}token`] };
    }
  },
  fixes(context): readonly Fix[] {
    const fix = ignoreFile(context);
    const { program } = context;
    return fix ? [{ ...fix, steps: [...(fix.steps ?? []), rotateIn(program)] }] : [];
  },
};
