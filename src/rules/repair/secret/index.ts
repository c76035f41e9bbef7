import { SECRET_VARIABLES } from '../../../knowledge/environment';
import type { Secret } from '../../../secrets';
import type { Language } from '../../../source/program';
import type { Fix, LineAddition, Report, RuleContext, TextEdit } from '../../contract';
import { withDependencies } from '../dependencies';
import { rootOf } from '../root';
import { fromVault, toEnvironment } from './code';
import { inDockerfile, inPowershell, inShell, inYaml } from './script';
import { inTerraform } from './terraform';

/** What a writer needs: where the secret stands and under which name it is read from now on. */
export interface Moving {
  readonly context: RuleContext;
  readonly secret: Secret;
  readonly variable: string;
}

type Writer = (moving: Moving) => readonly TextEdit[] | undefined;

const WRITERS: Readonly<Partial<Record<Language, Writer>>> = {
  python: toEnvironment,
  typescript: toEnvironment,
  javascript: toEnvironment,
  go: toEnvironment,
  csharp: toEnvironment,
  java: toEnvironment,
  shell: inShell,
  powershell: inPowershell,
  terraform: inTerraform,
  yaml: inYaml,
  dockerfile: inDockerfile,
};

/**
 * Fixes that read a literal secret from elsewhere. Their edits hold places and names: the secret itself never stands in
 * one, and whoever stores it reads it from the document.
 */
export function moveSecret(context: RuleContext, { secret }: Report): readonly Fix[] {
  if (!secret) return [];
  const { language } = context.program;
  if (language === 'dotenv') return ignored(context);
  const variable = variableFor(context, secret);
  const write = WRITERS[language];
  if (!write?.({ context, secret, variable })) return KEPT_AS_FILES.has(language) ? ignored(context) : [];
  const edits = everywhere(context, secret, (one) => write({ context, secret: one, variable }));
  const from = language === 'terraform' ? `a sensitive variable` : `${variable} in the environment`;
  const fix: Fix = {
    title: `Read it from ${from}, then rotate it`,
    safety: 'unsafe',
    preferred: true,
    edits,
    variable,
  };
  const additions = dotenvLines(context, variable);
  const noted = `${fix.title} (name it in .env and .env.example)`;
  return [
    fix,
    ...(additions.length > 0 ? [{ ...fix, title: noted, preferred: false, additions }] : []),
    ...inVault(context, secret, variable),
  ];
}

/** A GenAI key can lie in OCI Vault; a key of IAM cannot, since it is what would open the vault. */
function inVault(context: RuleContext, secret: Secret, name: string): readonly Fix[] {
  if (secret.kind !== 'genai-key') return [];
  const variable = `${name}_SECRET_ID`;
  const edits = everywhere(context, secret, (one) => fromVault({ context, secret: one, variable }));
  if (edits.length === 0) return [];
  const title = `Read it from OCI Vault, by the secret’s OCID in ${variable}, then rotate it`;
  return withDependencies(context, { title, safety: 'unsafe', preferred: false, edits });
}

/** Formats that hold settings: where nothing fills them in, the file itself is what git must not see. */
const KEPT_AS_FILES: ReadonlySet<Language> = new Set(['json', 'toml', 'ini', 'properties', 'text', 'foreign', 'yaml']);

const ignored = (context: RuleContext): readonly Fix[] => [ignoreFile(context)].flatMap((fix) => fix ?? []);

/** What stands in several places moves from all of them, under one name. */
function everywhere(
  { secrets }: RuleContext,
  secret: Secret,
  write: (one: Secret) => readonly TextEdit[] | undefined,
): readonly TextEdit[] {
  const same = secrets().filter((one) => one.kind === secret.kind && one.reveal() === secret.reveal());
  const edits = new Map<string, TextEdit>();
  for (const edit of same.flatMap((one) => write(one) ?? []))
    edits.set(`${edit.span.start} ${edit.span.end} ${edit.text}`, edit);
  return [...edits.values()];
}

/** A name that nothing in the file reads yet; secrets of one kind that differ get names that differ. */
function variableFor({ program, secrets }: RuleContext, secret: Secret): string {
  const base = SECRET_VARIABLES[secret.kind];
  const values = [...new Set(secrets().flatMap((one) => (one.kind === secret.kind ? [one.reveal()] : [])))];
  let place = values.indexOf(secret.reveal());
  for (let at = 1; at < 100; at += 1) {
    const name = at === 1 ? base : `${base}_${at}`;
    if (new RegExp(`[.:{$"']${name}\\b`).test(program.text)) continue;
    if (place <= 0) return name;
    place -= 1;
  }
  return base;
}

const LOADS_DOTENV = /\bdotenv\b|\bload_dotenv\b|\bpython-decouple\b|--env-file/;

/** Where the program reads `.env`: the name, a placeholder for others, and that git must not see the first. */
function dotenvLines(context: RuleContext, variable: string): readonly LineAddition[] {
  const root = rootOf(context);
  if (root === undefined || !LOADS_DOTENV.test(context.program.text)) return [];
  return [
    { uri: `${root}/.env`, line: `${variable}=` },
    { uri: `${root}/.env.example`, line: `${variable}=` },
    { uri: `${root}/.gitignore`, line: '.env' },
  ];
}

/** A file that holds secrets by its nature is hidden from git as a whole. */
export function ignoreFile(context: RuleContext): Fix | undefined {
  const root = rootOf(context);
  if (root === undefined) return undefined;
  const { path } = context;
  return {
    title: `Add ${path} to .gitignore (if it was committed, also run: git rm --cached ${quoted(path)})`,
    safety: 'unsafe',
    preferred: true,
    edits: [],
    additions: [{ uri: `${root}/.gitignore`, line: `/${path.replace(/[\\ #!*?[]/g, '\\$&')}` }],
  };
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
