import { pathToFileURL } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import {
  frameworkOf,
  type NamedProfile,
  NOTHING_FOUND,
  OCID_KINDS,
  type OcidKind,
  type Survey,
  type UseFact,
} from '../advisor';
import type { Engine } from '../engine';
import { isNotebook, languageOf } from '../engine/languages';
import { profileElsewhere, profileNamedBy, profileOf, variableOf } from '../flow/profile';
import type { ServiceUse } from '../flow/uses';
import { REGIONS } from '../knowledge/region';
import { ownCode } from '../machine/own-code';
import { standingPolicies } from '../machine/policies';
import type { Surroundings } from '../machine/surroundings';
import { readText } from '../machine/text-file';
import { filesUnder } from '../machine/walk';

const REGION = /\b[a-z]{2,3}(?:-[a-z0-9]{1,15}){1,3}-\d\b/g;
const OCID = new RegExp(`\\bocid1\\.(${OCID_KINDS.join('|')})\\.[a-z0-9][a-z0-9._-]{5,200}`, 'g');
/** Languages in which clients are made; the others only hold values. */
const PROGRAMS = new Set(['python', 'typescript', 'javascript', 'java', 'go', 'csharp', 'shell', 'powershell']);

interface SurveyOptions {
  readonly roots: readonly string[];
  /** One of its own: it forgets each file when it is done with it. */
  readonly engine: Engine;
  readonly surroundings: Surroundings;
  readonly token: CancellationToken;
}

/** Looks through the files of a workspace, one after the other, and lets others have their turn in between. */
export async function survey({ roots, engine, surroundings, token }: SurveyOptions): Promise<Survey> {
  if (roots.length === 0) return NOTHING_FOUND;
  const counts = new Counts();
  const uses: UseFact[] = [];
  const workloads = new Map<string, Survey['workloads'][number]>();
  let files = 0;
  let partial = false;
  for await (const { file } of filesUnder(roots, () => {}, ownCode())) {
    partial = token.isCancellationRequested;
    if (partial) break;
    const uri = pathToFileURL(file).href;
    if (!isNotebook(uri) && !languageOf(uri)) continue;
    files += 1;
    const text = (await readText(file).catch(() => undefined))?.text;
    if (text === undefined) continue;
    counts.read(text);
    const around = await surroundings.of(file);
    const found = await usesIn(engine, uri, text);
    uses.push(...found);
    const language = languageOf(uri);
    if (language && PROGRAMS.has(language)) counts.languages.add(language, found.length > 0 ? 100 : 1);
    for (const { workload: place, uri: shown, certain } of around.evidence) {
      workloads.set(`${place} ${shown}`, { place, uri: shown, certain });
    }
  }
  const policies = (await standingPolicies(roots)).map(({ file, ...rest }) => ({
    uri: pathToFileURL(file).href,
    ...rest,
  }));
  return { uses, ...counts.result(), workloads: [...workloads.values()], policies, files, partial };
}

async function usesIn(engine: Engine, uri: string, text: string): Promise<UseFact[]> {
  try {
    await engine.lint({ uri, text });
    const language = engine.language(uri) ?? 'text';
    const operations = engine.operations(uri);
    // Offsets of a notebook are those of its joined cells.
    const lineOf = (offset: number): number => (isNotebook(uri) ? 0 : text.slice(0, offset).split('\n').length - 1);
    return engine
      .uses(uri)
      .filter(({ plane }) => plane !== 'other-oci')
      .map((use) => ({
        uri,
        line: lineOf(use.origin.span.start),
        plane: use.plane,
        operations: operations.get(use) ?? [],
        methods: [...new Set(use.flows.map(({ method }) => method))],
        profiles: [...new Set(use.flows.flatMap((flow) => profileOf(flow) ?? []))],
        elsewhere: use.flows.flatMap((flow) => profileElsewhere(flow) ?? []),
        variables: [...new Set(use.flows.flatMap((flow) => variableOf(flow) ?? []))],
        cli: use.path === 'oci',
        named: isNotebook(uri) ? [] : namedIn(uri, text, use),
        region: use.endpoint?.region,
        language,
        framework: frameworkOf(use.path),
      }));
  } catch {
    // A file that cannot be read says nothing.
    return [];
  } finally {
    engine.close(uri);
  }
}

/** Literals that hold the name and nothing else. */
function namedIn(uri: string, text: string, { flows }: ServiceUse): NamedProfile[] {
  return flows.flatMap((flow): NamedProfile[] => {
    const literal = profileNamedBy(flow);
    if (!literal || literal.origin.uri !== uri) return [];
    const { start, end } = literal.origin.span;
    const written = text.slice(start, end);
    const at = start + written.indexOf(literal.text);
    if (!/^(["'`]).*\1$/.test(written) || written.slice(1, -1) !== literal.text) return [];
    const before = text.slice(0, at).split('\n');
    return [{ uri, line: before.length - 1, character: before.at(-1)?.length ?? 0, profile: literal.text }];
  });
}

class Tally {
  private readonly counts = new Map<string, number>();

  add(name: string, weight = 1): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + weight);
  }

  /** The most frequent first. */
  names(): string[] {
    return [...this.counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
  }
}

/** What texts name and how often. */
class Counts {
  readonly languages = new Tally();
  private readonly regions = new Tally();
  private readonly ocids: Readonly<Record<OcidKind, Tally>> = {
    compartment: new Tally(),
    generativeaiproject: new Tally(),
    genaiagentendpoint: new Tally(),
  };

  read(text: string): void {
    for (const [region] of text.matchAll(REGION)) if (REGIONS.has(region)) this.regions.add(region);
    for (const [ocid, kind] of text.matchAll(OCID)) this.ocids[kind as OcidKind].add(ocid);
  }

  result(): Pick<Survey, 'languages' | 'regions' | 'ocids'> {
    const { compartment, generativeaiproject, genaiagentendpoint } = this.ocids;
    return {
      languages: this.languages.names(),
      regions: this.regions.names(),
      ocids: {
        compartment: compartment.names(),
        generativeaiproject: generativeaiproject.names(),
        genaiagentendpoint: genaiagentendpoint.names(),
      },
    };
  }
}
