import type { Survey } from '../../advisor';
import { maskShared } from '../../advisor';
import type { Credential } from '../../credentials/credential';
import { acceptance } from '../../knowledge/acceptance';
import { METHOD_FACTS } from '../../knowledge/method';
import { PLANE_FACTS } from '../../knowledge/plane';
import { speaksOfGenAi } from '../../knowledge/policy';

export interface DoctorFacts {
  /** Name and value of what the program runs in. */
  readonly environment: Readonly<Record<string, string>>;
  readonly survey: Survey;
  readonly credentials: readonly Credential[];
  readonly lastError?: string;
  /** The part of an address that a colleague may see. */
  shown(uri: string): string;
}

/** A report for an issue or a colleague. Names no OCID, key, token, home folder or user. */
export function doctorReport({ environment, survey, credentials, lastError, shown }: DoctorFacts): string {
  const lines = ['# OCI GenAI Auth: Doctor', '', '| | |', '|---|---|'];
  for (const [name, value] of Object.entries(environment)) lines.push(`| ${name} | ${cell(value)} |`);
  lines.push('', '## Code', '', ...codeLines(survey, shown));
  lines.push('', '## Credentials', '', ...credentialLines(credentials));
  lines.push('', '## Policies', '', policyLine(survey));
  if (lastError) lines.push('', '## Last error of a debug session', '', ...fenced(maskShared(lastError)));
  return `${lines.join('\n')}\n`;
}

/** A fence is longer than any in the text. */
function fenced(text: string): readonly string[] {
  const longest = (text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
  const fence = '`'.repeat(longest + 1);
  return [fence, text, fence];
}

const cell = (text: string): string => maskShared(text).replace(/\|/g, '\\|').replace(/\s+/g, ' ');

function codeLines({ uses, files, partial }: Survey, shown: DoctorFacts['shown']): string[] {
  const looked = `${files} files were looked at${partial ? ', which is not all' : ''}.`;
  if (uses.length === 0) return [`No call to OCI Generative AI was found. ${looked}`];
  const rows = uses.map(({ uri, line, plane, methods, region }) => {
    const told = methods.map((method) =>
      method === 'none' || method === 'unknown'
        ? method
        : `${METHOD_FACTS[method].label} (${acceptance(method, plane).verdict})`,
    );
    const place = `${shown(uri)}:${line + 1}`;
    return `| ${cell(place)} | ${PLANE_FACTS[plane].label} | ${told.join(', ') || 'unknown'} | ${region ?? ''} |`;
  });
  return ['| place | plane | method | region |', '|---|---|---|---|', ...rows, '', looked];
}

function credentialLines(credentials: readonly Credential[]): string[] {
  if (credentials.length === 0) return ['None was found, or this workspace is not trusted.'];
  const rows = credentials.map(({ method, source, region, problems }, at) => {
    const codes = problems.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    return `| ${at + 1} | ${METHOD_FACTS[method].label} | ${source} | ${cell(region ?? '')} | ${codes.join(', ') || 'healthy'} |`;
  });
  return ['| | method | from | region | health |', '|---|---|---|---|---|', ...rows];
}

function policyLine({ policies }: Survey): string {
  const ours = policies.filter(({ text }) => speaksOfGenAi(text)).length;
  const count = `${policies.length} statement${policies.length === 1 ? '' : 's'} in the workspace`;
  return policies.length === 0 ? 'No statement stands in the workspace.' : `${count}, ${ours} on Generative AI.`;
}
