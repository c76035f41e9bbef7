import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Finding } from '../engine';
import { fingerprints } from './fingerprint';

/** A finding that is known. Nothing in it shows what stands in the file. */
interface Known {
  readonly rule: string;
  /** From the folder of the baseline, with slashes. */
  readonly path: string;
  readonly fingerprint: string;
}

/** The findings that a project lives with: only others count. */
export class Baseline {
  private readonly folder: string;
  private readonly known: ReadonlySet<string>;

  private constructor(file: string, known: readonly Known[]) {
    this.folder = path.dirname(path.resolve(file));
    this.known = new Set(known.map(keyOf));
  }

  /** Fails with a sentence where the file is no baseline: what is not known must not pass for known. */
  static async read(file: string): Promise<Baseline> {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new Error('no such baseline; --write-baseline makes one');
    });
    const findings = findingsIn(text);
    if (!findings) throw new Error('not a baseline of version 1');
    return new Baseline(file, findings);
  }

  /** The findings of a text that are not known. */
  newIn(file: string, text: string, findings: readonly Finding[]): readonly Finding[] {
    const prints = fingerprints(text, findings);
    const at = pathFrom(this.folder, file);
    return findings.filter(
      (finding) => !this.known.has(keyOf({ rule: finding.rule, path: at, fingerprint: prints.get(finding) ?? '' })),
    );
  }
}

/** Collects what is found now, to be known from then on. */
export class BaselineWriter {
  private readonly found: Known[] = [];

  constructor(private readonly file: string) {}

  add(file: string, text: string, findings: readonly Finding[]): void {
    const at = pathFrom(path.dirname(path.resolve(this.file)), file);
    for (const [{ rule }, fingerprint] of fingerprints(text, findings))
      this.found.push({ rule, path: at, fingerprint });
  }

  /** Sorted, so that a change of one finding changes one entry. */
  async write(): Promise<number> {
    const findings = [...this.found].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    await writeFile(this.file, `${JSON.stringify({ version: 1, findings }, undefined, 2)}\n`);
    return findings.length;
  }
}

const keyOf = ({ rule, path: at, fingerprint }: Known): string => `${at}\n${rule}\n${fingerprint}`;
const pathFrom = (folder: string, file: string): string =>
  path.relative(folder, path.resolve(file)).split(path.sep).join('/');

function findingsIn(text: string): readonly Known[] | undefined {
  try {
    const { version, findings } = JSON.parse(text) as { version?: unknown; findings?: unknown };
    return version === 1 && Array.isArray(findings) && findings.every(isKnown) ? findings : undefined;
  } catch {
    return undefined;
  }
}

const isKnown = (one: Partial<Known> | null): one is Known =>
  [one?.rule, one?.path, one?.fingerprint].every((part) => typeof part === 'string');
