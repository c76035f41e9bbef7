import {
  frameworkOf,
  type NamedProfile,
  NOTHING_FOUND,
  OCID_KINDS,
  type OcidKind,
  type Survey,
  type UseFact,
  type WorkloadFact,
} from '../advisor';
import type { CalledElsewhere } from '../flow/operations';
import { profileElsewhere, profileNamedBy, profileOf, variableOf } from '../flow/profile';
import type { ServiceUse } from '../flow/uses';
import { REGIONS } from '../knowledge/region';
import type { Evidence } from '../rules/contract';
import type { Engine } from '.';
import { isNotebook, languageOf } from './languages';
import { TerraformProviders } from './terraform-providers';

/** A file as a survey looks at it; an adapter says how it is read. */
export interface SurveyedFile {
  readonly uri: string;
  /** Named by somebody rather than met on the way. */
  readonly named: boolean;
  /** Undefined for what is no text. */
  read(): Promise<string | undefined>;
  evidence(): Promise<readonly Evidence[]>;
}

const REGION = /\b[a-z]{2,3}(?:-[a-z0-9]{1,15}){1,3}-\d\b/g;
const OCID = new RegExp(`\\bocid1\\.(${OCID_KINDS.join('|')})\\.[a-z0-9][a-z0-9._-]{5,200}`, 'g');
/** Languages in which clients are made; the others only hold values. */
const PROGRAMS = new Set(['python', 'typescript', 'javascript', 'java', 'go', 'csharp', 'shell', 'powershell']);

/** Looks through files, one after the other, and lets others have their turn in between. The engine is the survey's own. */
export async function surveyFiles(
  engine: Engine,
  files: AsyncIterable<SurveyedFile>,
  stopped: () => boolean = () => false,
): Promise<Survey> {
  const surveyor = new Surveyor(engine);
  let partial = false;
  for await (const file of files) {
    partial = stopped();
    if (partial) break;
    if (file.named || isNotebook(file.uri) || languageOf(file.uri)) await surveyor.look(file);
  }
  if (!partial) await surveyor.lookAtCallers(stopped);
  return { ...surveyor.result(), partial };
}

class Surveyor {
  private readonly counts = new Counts();
  private readonly uses: { fact: UseFact; readonly maker: string }[] = [];
  private readonly workloads = new Map<string, WorkloadFact>();
  private readonly programs: SurveyedFile[] = [];
  private readonly providers = new TerraformProviders();
  private files = 0;

  constructor(private readonly engine: Engine) {}

  async look(file: SurveyedFile): Promise<void> {
    this.files += 1;
    const { uri } = file;
    const text = await file.read().catch(() => undefined);
    if (text === undefined) return;
    this.counts.read(text);
    this.learn(await file.evidence().catch(() => []));
    const found = await this.usesIn(uri, text);
    this.uses.push(...found);
    const language = languageOf(uri);
    if (language && PROGRAMS.has(language)) {
      this.counts.languages.add(language, found.length > 0 ? 100 : 1);
      this.programs.push(file);
    }
  }

  private learn(evidence: readonly Evidence[]): void {
    for (const { workload: place, uri, certain, account } of evidence)
      this.workloads.set(`${place} ${uri}`, { place, uri, certain, ...(account && { account }) });
  }

  /** Clients of which nobody saw a call may be called where they are imported. */
  async lookAtCallers(stopped: () => boolean): Promise<void> {
    const makers = new Set(this.uses.filter(({ fact }) => fact.operations.length === 0).map(({ fact }) => fact.uri));
    if (makers.size === 0) return;
    const names = [...makers].map(moduleName);
    for (const file of this.programs) {
      if (stopped()) return;
      const text = makers.has(file.uri) ? undefined : await file.read().catch(() => undefined);
      if (text === undefined || !names.some((name) => text.includes(name))) continue;
      // A file that cannot be parsed says nothing.
      const found = await this.engine.calledElsewhere({ uri: file.uri, text }).catch(() => []);
      for (const called of found) this.add(called);
    }
  }

  private add({ maker, operations }: CalledElsewhere): void {
    const one = this.uses.find((use) => use.maker === keyOf(maker.uri, maker.span.start));
    if (one) one.fact = { ...one.fact, operations: [...new Set([...one.fact.operations, ...operations])] };
  }

  result(): Omit<Survey, 'partial'> {
    const uses = this.uses.map(({ fact }) => fact);
    const { files } = this;
    const providers = this.providers.found();
    const workloads = [...this.workloads.values()];
    return { ...NOTHING_FOUND, uses, ...this.counts.result(), workloads, providers, files };
  }

  private async usesIn(uri: string, text: string): Promise<{ fact: UseFact; maker: string }[]> {
    const { engine } = this;
    try {
      await engine.lint({ uri, text });
      const program = engine.program(uri);
      const language = program?.language ?? 'text';
      if (program && language === 'terraform') this.providers.look(uri, program);
      const operations = engine.operations(uri);
      this.learn(engine.evidence(uri));
      return engine
        .uses(uri)
        .filter(({ plane }) => plane !== 'other-oci')
        .map((use) => ({
          fact: factOf(uri, text, language, use, operations.get(use) ?? []),
          maker: keyOf(use.origin.uri, use.origin.span.start),
        }));
    } catch {
      // A file that cannot be read says nothing.
      return [];
    } finally {
      engine.close(uri);
    }
  }
}

const keyOf = (uri: string, offset: number): string => `${uri}#${offset}`;

/** What imports of a module are likely to say: the name of its file, or of its folder where the file has none. */
function moduleName(uri: string): string {
  const parts = decodeURIComponent(uri).split('/');
  const file = parts.at(-1)?.replace(/\.\w+$/, '') ?? '';
  // Files of one package of Go see each other without an import.
  if (/\.go$/.test(uri)) return 'package ';
  return /^(?:__init__|index|mod|main)$/.test(file) ? (parts.at(-2) ?? file) : file;
}

function factOf(uri: string, text: string, language: string, use: ServiceUse, operations: readonly string[]): UseFact {
  // Offsets of a notebook are those of its joined cells.
  const line = isNotebook(uri) ? 0 : text.slice(0, use.origin.span.start).split('\n').length - 1;
  return {
    uri,
    line,
    plane: use.plane,
    operations,
    methods: [...new Set(use.flows.map(({ method }) => method))],
    profiles: [...new Set(use.flows.flatMap((flow) => profileOf(flow) ?? []))],
    elsewhere: use.flows.flatMap((flow) => profileElsewhere(flow) ?? []),
    variables: [...new Set(use.flows.flatMap((flow) => variableOf(flow) ?? []))],
    cli: use.path === 'oci',
    named: isNotebook(uri) ? [] : namedIn(uri, text, use),
    region: use.endpoint?.region,
    language,
    framework: frameworkOf(use.path),
  };
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
  private readonly ocids = new Map<OcidKind, Tally>(OCID_KINDS.map((kind) => [kind, new Tally()]));

  read(text: string): void {
    for (const [region] of text.matchAll(REGION)) if (REGIONS.has(region)) this.regions.add(region);
    for (const [ocid, kind] of text.matchAll(OCID)) this.ocids.get(kind as OcidKind)?.add(ocid);
  }

  result(): Pick<Survey, 'languages' | 'regions' | 'ocids'> {
    const ocids = Object.fromEntries([...this.ocids].map(([kind, tally]) => [kind, tally.names()]));
    return {
      languages: this.languages.names(),
      regions: this.regions.names(),
      ocids: { ...NOTHING_FOUND.ocids, ...ocids },
    };
  }
}
