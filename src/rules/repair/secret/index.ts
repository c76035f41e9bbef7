import { SECRET_VARIABLES } from '../../../knowledge/environment';
import type { Secret } from '../../../secrets';
import type { Language, Program } from '../../../source/program';
import type { Fix, LineAddition, Report, RuleContext, Step, TextEdit } from '../../contract';
import { withDependencies } from '../dependencies';
import { fromVault, toEnvironment } from './code';
import { dotenvLines, exampleOf } from './dotenv';
import { ignoreFile } from './file';
import { isPipeline } from './pipeline';
import { rotate } from './rotate';
import { inDockerfile, inPowershell, inShell, inShellFromVault } from './script';
import { inTerraform } from './terraform';
import { belongsToGit, inYaml, isManifest, KUBERNETES_SECRET, makeKubernetesSecret } from './yaml';

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
  const steps = [rotate(context.program, secret)];
  if (language === 'dotenv') return hidden(context, steps, exampleOf(context, secret));
  const variable = variableFor(context, secret);
  const write = WRITERS[language];
  if (!write?.({ context, secret, variable })) return KEPT_AS_FILES.has(language) ? hidden(context, steps) : [];
  const edits = everywhere(context, secret, (one) => write({ context, secret: one, variable }));
  const kubernetes = language === 'yaml' && isManifest(context.program);
  const fix: Fix = {
    title: `Read it from ${placeOf(language, kubernetes, variable)}, then rotate it`,
    safety: 'unsafe',
    preferred: true,
    edits,
    steps: kubernetes ? [...steps, makeKubernetesSecret(context.program, secret.span)] : steps,
    ...(kubernetes ? {} : { variable }),
  };
  const additions = dotenvLines(context, variable);
  const noted = `${fix.title} (name it in .env and .env.example)`;
  return [
    // Who cannot add the lines, or has them already, is offered the fix without them.
    ...(additions.length > 0 ? [{ ...fix, title: noted, additions }] : []),
    fix,
    ...inVault(context, secret, variable),
  ];
}

function placeOf(language: Language, kubernetes: boolean, variable: string): string {
  if (kubernetes) return `the Secret ${KUBERNETES_SECRET} of Kubernetes`;
  return language === 'terraform' ? 'a sensitive variable' : `${variable} in the environment`;
}

/** What a principal or session of its own reads from OCI Vault: an identity in literals is no secret to keep there. */
const KEPT_IN_VAULT: ReadonlySet<Secret['kind']> = new Set(['genai-key', 'private-key', 'pass-phrase']);

function inVault(context: RuleContext, secret: Secret, name: string): readonly Fix[] {
  if (!KEPT_IN_VAULT.has(secret.kind)) return [];
  const variable = `${name}_SECRET_ID`;
  const write = context.program.language === 'shell' ? inShellFromVault : fromVault;
  const edits = everywhere(context, secret, (one) => write({ context, secret: one, variable }));
  if (edits.length === 0) return [];
  const title = `Read it from OCI Vault, by the secret’s OCID in ${variable}, then rotate it`;
  return withDependencies(context, {
    title,
    safety: 'unsafe',
    preferred: false,
    edits,
    steps: [rotate(context.program, secret)],
  });
}

/** Formats that hold settings: where nothing fills them in, the file itself is what git must not see. */
const KEPT_AS_FILES: ReadonlySet<Language> = new Set(['json', 'toml', 'ini', 'properties', 'text', 'foreign', 'yaml']);

function hidden(context: RuleContext, steps: readonly Step[], more: readonly LineAddition[] = []): readonly Fix[] {
  const fix = isPipeline(context.path) ? undefined : ignoreFile(context, more);
  const preferred = !belongsToGit(context.program, context.path);
  return fix ? [{ ...fix, preferred, steps: [...(fix.steps ?? []), ...steps] }] : [];
}

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
  const alike = secrets().filter((one) => one.kind === secret.kind);
  const own = alike.filter((one) => one.reveal() === secret.reveal()).map((one) => keyOf(program, one));
  const base = SECRET_VARIABLES[secret.kind];
  let place = [...new Set(alike.map((one) => one.reveal()))].indexOf(secret.reveal());
  for (let at = 1; at < 100; at += 1) {
    const name = at === 1 ? base : `${base}_${at}`;
    const taken = [...program.text.matchAll(new RegExp(`[.:{$"']${name}\\b`, 'g'))];
    if (taken.some(({ index }) => !own.includes(index + 1))) continue;
    if (place <= 0) return name;
    place -= 1;
  }
  return base;
}

/** Where the name stands under which the secret is held (`NAME: …` in YAML, `"NAME=…"` anywhere): it reads nothing. */
function keyOf({ language, text }: Program, { span }: Secret): number | undefined {
  const start = Math.max(0, span.start - 200);
  const before = text.slice(start, span.start);
  const found = (language === 'yaml' ? ENTRY : ASSIGNED).exec(before);
  return found ? start + found.index + found[0].indexOf(found[1] ?? '') : undefined;
}

const ENTRY = /(?<![\w.-])([\w.-]+)(?:["']?[ \t]{0,8}:[ \t]{0,8}|=)["']?$/;
const ASSIGNED = /(?<![\w.-])(\w+)=$/;
