import type { Secret } from '../../../secrets';
import type { Language } from '../../../source/program';
import type { LineAddition, RuleContext } from '../../contract';
import { rootOf } from '../root';

const LOADS_DOTENV = /\bdotenv\b|\bload_dotenv\b|\bpython-decouple\b|--env-file/;
/** Languages of programs, to which a loader gives what stands in `.env`. */
const PROGRAMS: ReadonlySet<Language> = new Set([
  'python',
  'typescript',
  'javascript',
  'go',
  'java',
  'csharp',
  'shell',
]);

/** Where the project reads `.env`: the name, a placeholder for others, and that git must not see the first. */
export function dotenvLines(context: RuleContext, variable: string): readonly LineAddition[] {
  const root = rootOf(context);
  const { dotenv, program } = context;
  if (root === undefined || !PROGRAMS.has(program.language)) return [];
  if (!dotenv && !LOADS_DOTENV.test(program.text)) return [];
  return [
    { uri: `${root}/.env`, line: `${variable}=` },
    { uri: `${root}/.env.example`, line: `${variable}=` },
    { uri: `${root}/.gitignore`, line: '.env' },
  ];
}

/** What others need to know of a `.env` that git does not see: the names in it, in a file beside it. */
export function exampleOf({ program: { text }, uri }: RuleContext, { span }: Secret): readonly LineAddition[] {
  const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const name = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=/.exec(line)?.[1];
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  return name === undefined || !uri.endsWith('/.env') ? [] : [{ uri: `${folder}/.env.example`, line: `${name}=` }];
}
