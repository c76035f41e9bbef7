import type { Fix, LineAddition, RuleContext, Step } from '../../contract';
import { rootOf } from '../root';

/** A file that holds secrets by its nature is hidden from git as a whole; what git holds already, it is told to forget. */
export function ignoreFile(context: RuleContext, more: readonly LineAddition[] = []): Fix | undefined {
  const root = rootOf(context);
  if (root === undefined) return undefined;
  const { uri, path, tracked } = context;
  const steps: readonly Step[] = tracked ? [{ kind: 'untrack', uri, path }] : [];
  const untrack = `let git forget ${path} (git rm --cached -- ${quoted(path)})`;
  const safety = 'unsafe';
  if (tracked?.ignored && more.length === 0) {
    return { title: sentence(untrack), safety, preferred: true, edits: [], steps };
  }
  const line = `/${path.replace(/[\\ #!*?[]/g, '\\$&')}`;
  return {
    title: `Add ${path} to .gitignore${tracked ? `, then ${untrack}` : ''}`,
    safety,
    preferred: true,
    edits: [],
    additions: [...(tracked?.ignored ? [] : [{ uri: `${root}/.gitignore`, line }]), ...more],
    steps,
  };
}

/** What a finding says besides, where the file is hidden and published all the same. */
export const stillTracked = ({ tracked }: RuleContext): string =>
  tracked?.ignored ? ' .gitignore names this file, but git still tracks it.' : '';

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** One word of a shell. */
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
