import type { Diagnostic } from 'vscode-languageserver';
import type { Engine, Finding, Surroundings } from '../engine';
import { diagnosticOf, type Place, tooLarge } from './diagnostics';
import { fileOf, type Unit } from './units';

export interface LinterOptions {
  readonly engine: Engine;
  /** What rules may know around a file. */
  surroundings(file: string): Promise<Surroundings>;
  /** The address of a rule's page. */
  page(rule: string): string;
  publish(uri: string, version: number | undefined, diagnostics: Diagnostic[]): void;
  failed(uri: string, error: unknown): void;
}

export interface Linted {
  readonly unit: Unit;
  readonly findings: readonly Finding[];
}

/** Gives a unit when its turn comes; undefined when it is gone by then. */
export type Current = () => Unit | undefined;

/** Lints units one at a time; a unit that changed while it waited is linted once, as it is then. */
export class Linter {
  private readonly known = new Map<string, Current>();
  private readonly waiting = new Map<string, Current>();
  /** Documents of each unit that have diagnostics in the editor. */
  private readonly marked = new Map<string, ReadonlySet<string>>();
  private readonly latest = new Map<string, Linted>();
  private running: Promise<void> | undefined;

  constructor(private readonly options: LinterOptions) {}

  schedule(uri: string, current: Current): void {
    this.known.set(uri, current);
    this.waiting.set(uri, current);
    this.running ??= this.work();
  }

  /** Something around the documents changed. */
  again(): void {
    for (const [uri, current] of this.known) this.schedule(uri, current);
  }

  forget(uri: string): void {
    this.known.delete(uri);
    this.waiting.delete(uri);
    this.mark(uri, new Map());
    this.latest.delete(uri);
    this.options.engine.close(uri);
  }

  /** The findings of the text as it is now: what waits is done first. */
  async settled(uri: string): Promise<Linted | undefined> {
    await this.running;
    return this.latest.get(uri);
  }

  private async work(): Promise<void> {
    // What arrives together is linted together.
    await Promise.resolve();
    for (let next = this.next(); next; next = this.next()) {
      const [uri, current] = next;
      this.waiting.delete(uri);
      try {
        const unit = current();
        if (unit) await this.lint(unit);
      } catch (error) {
        // What the engine holds may be half an edit behind: the next round starts afresh.
        this.options.engine.close(uri);
        this.options.failed(uri, error);
      }
    }
    // In the same breath as the last look: what is scheduled later starts a round of its own.
    this.running = undefined;
  }

  private next(): [string, Current] | undefined {
    return this.waiting.entries().next().value;
  }

  private async lint(unit: Unit): Promise<void> {
    const { engine, surroundings } = this.options;
    const file = fileOf(unit.uri);
    const around = file ? await surroundings(file) : {};
    const versions = unit.documents.map((document) => document.version);
    const findings = await unit.lint(engine, around);
    // Somebody typed on: the next round speaks for the new text.
    if (unit.documents.some((document, at) => document.version !== versions[at])) return;
    this.latest.set(unit.uri, { unit, findings });
    this.publish(unit, findings);
  }

  private publish(unit: Unit, findings: readonly Finding[]): void {
    const byDocument = new Map<string, Diagnostic[]>(unit.documents.map((document) => [document.uri, []]));
    const place: Place = (uri, span) => {
      const at = uri === unit.uri ? unit.place(span) : undefined;
      return at && { uri: at.uri, range: at.range };
    };
    for (const finding of findings) {
      const at = unit.place(finding.span);
      if (at) byDocument.get(at.uri)?.push(diagnosticOf(finding, at.range, place, this.options.page));
    }
    if (unit.tooLarge) byDocument.get(unit.uri)?.push(tooLarge());
    const versions = new Map(unit.documents.map(({ uri, version }) => [uri, version]));
    this.mark(unit.uri, byDocument, versions);
  }

  /** Shows diagnostics, and clears what no longer belongs to the unit (a removed cell, a closed file). */
  private mark(
    unit: string,
    diagnostics: ReadonlyMap<string, Diagnostic[]>,
    versions?: ReadonlyMap<string, number>,
  ): void {
    const before = this.marked.get(unit) ?? new Set();
    for (const uri of before) if (!diagnostics.has(uri)) this.options.publish(uri, undefined, []);
    for (const [uri, found] of diagnostics) this.options.publish(uri, versions?.get(uri), found);
    if (diagnostics.size === 0) this.marked.delete(unit);
    else this.marked.set(unit, new Set(diagnostics.keys()));
  }
}
