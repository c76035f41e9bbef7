import { Worker } from 'node:worker_threads';
import type { Diagnostic } from 'vscode-languageserver';
import { fileOf } from '../units';
import type { PassJob, PassMessage } from './job';

export interface PassOptions {
  /** The bundle that lints when it is started as a worker. */
  readonly script: string;
  readonly job: Omit<PassJob, 'files'>;
  /** Somebody has it open: what the editor shows counts, not the disk. */
  isOpen(uri: string): boolean;
  publish(uri: string, diagnostics: Diagnostic[]): void;
  /** Told while a pass over everything runs. */
  progress(state: { readonly done: number; readonly total: number } | 'end'): void;
  failed(error: unknown): void;
}

/** A program that writes many files is answered once. */
const SETTLE_MS = 250;
/** Above this, a pass over everything costs no more. */
const MANY = 300;

/** Diagnostics for files that nobody has open, made in a worker so that typing never waits. */
export class WorkspacePass {
  /** File → the modules that decided about it. */
  private readonly modules = new Map<string, readonly string[]>();
  private readonly marked = new Set<string>();
  private readonly pending = new Set<string>();
  private all = false;
  private worker: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly options: PassOptions) {}

  /** Everything, from the start. */
  everything(): void {
    this.all = true;
    this.soon();
  }

  /** These files on disk, and those whose findings come from them. */
  changed(uris: readonly string[]): void {
    for (const uri of uris) {
      this.pending.add(uri);
      for (const [file, modules] of this.modules) if (modules.includes(uri)) this.pending.add(file);
    }
    if (this.pending.size > MANY) this.all = true;
    if (this.pending.size > 0) this.soon();
  }

  removed(uri: string): void {
    this.modules.delete(uri);
    this.pending.delete(uri);
    this.show(uri, []);
  }

  /** The editor speaks for it now. */
  opened(uri: string): void {
    this.marked.delete(uri);
  }

  /** Ends what runs; what was found stays. */
  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending.clear();
    this.all = false;
    this.end();
  }

  /** Takes back everything it showed. */
  clear(): void {
    this.stop();
    for (const uri of [...this.marked]) this.show(uri, []);
    this.modules.clear();
  }

  private soon(): void {
    if (!this.worker) this.timer ??= setTimeout(() => this.start(), SETTLE_MS);
  }

  private start(): void {
    this.timer = undefined;
    const files = this.all ? undefined : [...this.pending].flatMap((uri) => fileOf(uri) ?? []);
    const before = new Set(this.all ? this.modules.keys() : []);
    this.pending.clear();
    this.all = false;
    const worker = new Worker(this.options.script, { workerData: { ...this.options.job, files } });
    this.worker = worker;
    worker.on('message', (message: PassMessage) => this.heard(message, before, files === undefined));
    worker.on('error', (error) => this.options.failed(error));
    worker.on('exit', () => {
      if (this.worker !== worker) return;
      this.end();
      if (this.all || this.pending.size > 0) this.soon();
    });
  }

  private end(): void {
    const { worker } = this;
    this.worker = undefined;
    void worker?.terminate();
    this.options.progress('end');
  }

  private heard(message: PassMessage, before: Set<string>, whole: boolean): void {
    switch (message.kind) {
      case 'linted':
        before.delete(message.uri);
        this.modules.set(message.uri, message.modules);
        this.show(message.uri, [...message.diagnostics]);
        return;
      case 'gone':
        this.removed(message.uri);
        return;
      case 'progress':
        if (whole) this.options.progress(message);
        return;
      case 'end':
        for (const uri of before) this.removed(uri);
    }
  }

  private show(uri: string, diagnostics: Diagnostic[]): void {
    if (this.options.isOpen(uri)) return;
    if (diagnostics.length === 0 && !this.marked.delete(uri)) return;
    if (diagnostics.length > 0) this.marked.add(uri);
    this.options.publish(uri, diagnostics);
  }
}
