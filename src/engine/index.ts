import { Analyzer } from '../flow/analyze';
import { type CalledElsewhere, calledElsewhere, callsOperations, operationsOf } from '../flow/operations';
import type { Origin } from '../flow/value';
import { catalogueOf } from '../knowledge/sdks';
import type { Catalogue } from '../knowledge/sdks/catalogue';
import { RULES } from '../rules';
import type { Evidence, Fix, Rule, RuleContext, TextEdit } from '../rules/contract';
import type { FileSettings } from '../rules/settings/settings';
import { uselessSuppression } from '../rules/useless-suppression';
import type { GrammarSource } from '../source/grammar';
import { type Cell, type InnerText, joinCells, type Notebook, readNotebook } from '../source/notebook';
import type { Change, FrontEnd, Language, Program, Span } from '../source/program';
import type { WorkspaceFiles } from '../source/resolve';
import { allowHere } from './allow';
import { check, type Reported } from './check';
import { contextOf } from './context';
import { type DocumentInput, type Surroundings, tooLong } from './document';
import { type Finding, type FindingRelated, type Located, severityOf } from './finding';
import { FrontEnds, idByContent, isNotebook, languageOf } from './languages';
import { Lines } from './lines';
import { ModuleCache } from './modules';
import { mayMatter, mayMatterAfter } from './prefilter';

export interface EngineOptions {
  readonly grammars: GrammarSource;
  /** The files of the workspace, for credentials that come from other modules; without it each file stands alone. */
  readonly files?: WorkspaceFiles;
}

interface Held {
  text: string;
  readonly language: Language | undefined;
  /** Absent while no trigger word stands in the text. */
  program?: Program;
  frontEnd?: FrontEnd;
  notebook?: Notebook;
  located: readonly Located[];
  context?: RuleContext;
}

/** Lints documents and keeps what it parsed, so that an edit costs what it changed. Pure: texts in, findings out. */
export class Engine {
  private readonly held = new Map<string, Held>();
  private readonly frontEnds: FrontEnds;
  private readonly catalogues = new Map<Language, Catalogue>();
  private readonly modules: ModuleCache | undefined;
  private readonly files: WorkspaceFiles | undefined;

  constructor(options: EngineOptions) {
    this.frontEnds = new FrontEnds(options.grammars);
    this.files = options.files;
    this.modules = options.files && new ModuleCache(options.files);
  }

  get rules(): readonly Rule[] {
    return RULES;
  }

  /** Lints a document as it is now. Languages that nobody reads have no findings. */
  async lint(input: DocumentInput, around: Surroundings = {}): Promise<readonly Finding[]> {
    this.close(input.uri);
    const held: Held = { text: input.text, language: languageOf(input.uri, input.languageId), located: [] };
    if (tooLong(input.uri, input.text) || (!mayMatter(input.text) && !around.keysInContext?.length)) {
      this.held.set(input.uri, held);
      return [];
    }
    if (isNotebook(input.uri)) return this.lintNotebook(input.uri, held, readNotebook(input.text), around);
    const id = held.language ? input.languageId : idByContent(input.text);
    if (!held.language && id === undefined) return [];
    const frontEnd = await this.frontEnds.get(input.uri, id);
    held.frontEnd = frontEnd;
    held.program = frontEnd.parse(input.text);
    this.held.set(input.uri, held);
    return this.run(input.uri, held, around);
  }

  /** Lints the code cells of an open notebook, each a document of its own, as one program in order. */
  async lintCells(
    uri: string,
    cells: readonly Cell[],
    language: string,
    around: Surroundings = {},
  ): Promise<readonly Finding[]> {
    this.close(uri);
    const notebook = joinCells(cells, language);
    return this.lintNotebook(uri, { text: notebook.text, language: undefined, located: [] }, notebook, around);
  }

  private async lintNotebook(
    uri: string,
    held: Held,
    notebook: Notebook | undefined,
    around: Surroundings,
  ): Promise<readonly Finding[]> {
    if (!notebook || tooLong('', notebook.text)) return [];
    const inner: Finding[] = [];
    for (const one of notebook.inner) inner.push(...(await this.lintInner(uri, notebook, one, around)));
    const name = `cell.${notebook.language}`;
    if (!languageOf(name, notebook.language) || !mayMatter(notebook.text)) return inner;
    const frontEnd = await this.frontEnds.get(name, notebook.language);
    held.frontEnd = frontEnd;
    held.program = frontEnd.parse(notebook.text);
    held.notebook = notebook;
    this.held.set(uri, held);
    const findings = this.run(uri, held, around);
    const ofCells = findings.map((finding, at) => ({
      ...finding,
      cell: notebook.cellAt(held.located[at]?.report.span.start ?? 0)?.cell,
    }));
    return [...ofCells, ...inner];
  }

  /** What a cell writes to a file or hands to another language, as a document of its own inside the notebook. */
  private async lintInner(
    uri: string,
    notebook: Notebook,
    { name, text, start }: InnerText,
    around: Surroundings,
  ): Promise<readonly Finding[]> {
    if (!mayMatter(text)) return [];
    const frontEnd = await this.frontEnds.written(name);
    const joined = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
    const toFile = (span: Span): Span => notebook.toFile(joined(span));
    const program = frontEnd.parse(text);
    const inside = `${uri}/${encodeURIComponent(name)}`;
    const held: Held = {
      text,
      language: program.language,
      program,
      frontEnd,
      located: [],
      notebook: { ...notebook, toFile, edit: (span, written) => notebook.edit(joined(span), written) },
    };
    const findings = this.run(inside, held, around);
    program.dispose();
    const { cell } = notebook.cellAt(start) ?? {};
    const here = (related: Finding['related'][number]) => (related.uri === inside ? { ...related, uri } : related);
    return findings.map((finding) => ({ ...finding, cell, related: finding.related.map(here) }));
  }

  /** Lints a document again after one edit. Falls back to a full lint for documents it does not know. */
  async update(input: DocumentInput, change: Change, around: Surroundings = {}): Promise<readonly Finding[]> {
    const held = this.held.get(input.uri);
    if (!held?.language || held.notebook) return this.lint(input, around);
    if (!held.program) {
      held.text = input.text;
      const matters = around.keysInContext?.length || mayMatterAfter(input.text, change);
      return matters && !tooLong(input.uri, input.text) ? this.lint(input, around) : [];
    }
    const frontEnd = await this.frontEnds.get(input.uri, input.languageId);
    // What another module changed is judged again without reading the document again.
    if (held.text !== input.text) held.program = frontEnd.update(held.program, input.text, change);
    held.text = input.text;
    return this.run(input.uri, held, around);
  }

  private run(uri: string, held: Held, around: Surroundings): readonly Finding[] {
    const { program, frontEnd } = held;
    if (!program || !frontEnd) return [];
    held.context = undefined;
    held.located = [];
    if (around.settings?.excluded) return [];
    const analyzer = new Analyzer(program, uri, this.catalogue(program.language));
    const { uses, evaluator } = analyzer.run(this.modules?.reachableBy({ uri, frontEnd, analyzer }));
    const { files } = this;
    const { notebook } = held;
    const imported = (): boolean => this.dependents(uri).length > 0;
    const context = contextOf({ uri, program, notebook, uses, evaluator, files, imported }, around);
    held.context = context;
    held.located = check(context, around).map((one) => ({
      finding: this.finding(one, uri, notebook, around.settings),
      report: one.report,
    }));
    return held.located.map((one) => one.finding);
  }

  private finding({ rule, report }: Reported, uri: string, notebook?: Notebook, settings?: FileSettings): Finding {
    const place = notebook?.toFile ?? (({ start, end }: Span): Span => ({ start, end }));
    return {
      rule: rule.id,
      severity: severityOf(rule, report, settings),
      confidence: report.confidence ?? 'high',
      message: report.message,
      span: place(report.span),
      related: (report.related ?? []).map(({ message, origin }) => ({
        message,
        uri: origin.uri,
        ...(origin.uri === uri ? { span: place(origin.span) } : this.elsewhere(origin)),
      })),
    };
  }

  private elsewhere({ uri, span: { start, end } }: Origin): Pick<FindingRelated, 'span' | 'range'> {
    const span = { start, end };
    const text = this.modules?.textOf(uri);
    return text === undefined ? { span } : { span, range: new Lines(text).rangeOf(span) };
  }

  /** The repairs of a finding that `lint` or `update` gave for this document. */
  fixes(uri: string, finding: Finding): readonly Fix[] {
    const held = this.held.get(uri);
    const located = held?.located.find(
      (one) => one.finding.rule === finding.rule && one.finding.span.start === finding.span.start,
    );
    const rule = RULES.find((one) => one.id === finding.rule);
    if (!held?.context || !held.program || !located || !rule) return [];
    const fixes = [
      ...(rule.fixes?.(held.context, located.report) ?? []),
      ...(rule === uselessSuppression ? [] : allowHere(held.program, rule.id, located.report.span)),
    ];
    const { notebook } = held;
    if (!notebook) return fixes;
    const inFile = (edit: TextEdit): TextEdit => ({ ...edit, ...notebook.edit(edit.span, edit.text) });
    return fixes.map((fix) => ({ ...fix, edits: fix.edits.map(inFile) }));
  }

  /** The places of a linted document that reach OCI. */
  uses(uri: string): RuleContext['uses'] {
    return this.held.get(uri)?.context?.uses ?? [];
  }

  /** The operations that each of these places calls, as far as one can see. */
  operations(uri: string): ReturnType<typeof operationsOf> {
    const context = this.held.get(uri)?.context;
    return context ? operationsOf(context.program, context.uses, context.evaluator) : new Map();
  }

  /** What a document calls on clients that other modules make, even where nothing in its own text speaks of OCI. */
  async calledElsewhere({ uri, text, languageId }: DocumentInput): Promise<readonly CalledElsewhere[]> {
    if (!languageOf(uri, languageId) || tooLong(uri, text) || !callsOperations(text)) return [];
    const frontEnd = await this.frontEnds.get(uri, languageId);
    const program = frontEnd.parse(text);
    try {
      const analyzer = new Analyzer(program, uri, this.catalogue(program.language));
      const { evaluator } = analyzer.run(this.modules?.reachableBy({ uri, frontEnd, analyzer }));
      return calledElsewhere(program, evaluator);
    } finally {
      program.dispose();
    }
  }

  /** What shows where a linted document runs. */
  evidence(uri: string): readonly Evidence[] {
    return this.held.get(uri)?.context?.evidence ?? [];
  }

  /** Where the secrets of a linted document stand, those too that a comment allows or a setting turns off. */
  secretSpans(uri: string): readonly Span[] {
    const held = this.held.get(uri);
    const spans = held?.context?.secrets().map(({ span }) => span) ?? [];
    return held?.notebook ? spans.map(held.notebook.toFile) : spans;
  }

  /** A linted document as it was read; it goes when the document is closed. */
  program(uri: string): Program | undefined {
    return this.held.get(uri)?.program;
  }

  /** Documents that look into this module: an edit of it may change what is found in them. */
  dependents(uri: string): readonly string[] {
    return this.modules?.dependents(uri) ?? [];
  }

  /** The modules that this document's findings come from, besides itself. */
  modulesOf(uri: string): readonly string[] {
    return this.modules?.modulesOf(uri) ?? [];
  }

  close(uri: string): void {
    const held = this.held.get(uri);
    held?.program?.dispose();
    this.held.delete(uri);
  }

  private catalogue(language: Language): Catalogue {
    let catalogue = this.catalogues.get(language);
    if (!catalogue) {
      catalogue = catalogueOf(language);
      this.catalogues.set(language, catalogue);
    }
    return catalogue;
  }
}

export function createEngine(options: EngineOptions): Engine {
  return new Engine(options);
}

export type { WorkspaceFiles } from '../source/resolve';
export { type DocumentInput, type Surroundings, tooLong } from './document';
export type { Finding, FindingRelated, LineRange } from './finding';
