import type { Problem } from '../problem';
import { problemOf, type Subject } from './subject';

const PATHS = ['key_file', 'security_token_file', 'delegation_token_file'] as const;

/** Paths that not every reader resolves to the same file. */
export function pathProblems(subject: Subject): Problem[] {
  return PATHS.flatMap((key) => {
    const path = subject.profile.get(key);
    if (!path?.value) return [];
    const { span } = path;
    if (!subject.cliOnly && key === 'delegation_token_file' && path.value.startsWith('~')) {
      const message = 'the TypeScript SDK does not expand “~” in delegation_token_file';
      return [problemOf(subject, 'warning', 'token-path-not-expanded', message, { span, misreadBy: ['typescript'] })];
    }
    if (/^(?:\$|%)/.test(path.value)) {
      const message = `${key} starts with a variable: no reader expands it`;
      return [problemOf(subject, 'error', 'relative-path', message, { span })];
    }
    if (isAnchored(path.value)) return [];
    const message = `${key} is relative: every program looks for it in its own working directory`;
    return [problemOf(subject, 'warning', 'relative-path', message, { span })];
  });
}

const isAnchored = (path: string): boolean => /^(?:\/|\\|~|[A-Za-z]:[\\/])/.test(path);
