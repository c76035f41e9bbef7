import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../engine';
import type { FileResult } from './lint-files';
import { counted, Positions } from './positions';
import type { Report } from './report';

/** One finding a line, in the form that terminals and editors make clickable; where it comes from, indented below. */
export class TextReport implements Report {
  private readonly all: Finding[] = [];

  file({ file, text }: FileResult, findings: readonly Finding[]): string {
    this.all.push(...findings);
    return textLines(file, text, findings)
      .map((line) => `${line}\n`)
      .join('');
  }

  /** Where something could not be read, "no problems" would say too much. */
  end(complete: boolean): string {
    return complete || this.all.length > 0 ? `${summary(this.all)}\n` : '';
  }
}

function textLines(file: string, text: string, findings: readonly Finding[]): string[] {
  const positions = new Positions(text);
  return findings.flatMap((finding) => {
    const { line, column } = positions.at(finding.span.start);
    const cell = finding.cell === undefined ? '' : ` (cell ${finding.cell + 1})`;
    const related = finding.related.map(({ message, uri, span, range }) => {
      const here = samePath(uri, file);
      const at = here ? positions.at(span.start) : range && counted(range.start);
      return `    ${here ? file : nameOf(uri)}${at ? `:${at.line}:${at.column}` : ''}: ${message}`;
    });
    return [`${file}:${line}:${column}: ${finding.severity} ${finding.rule}${cell}: ${finding.message}`, ...related];
  });
}

const pathOf = (uri: string): string => (uri.startsWith('file:') ? fileURLToPath(uri) : uri);
const samePath = (uri: string, file: string): boolean => pathOf(uri) === path.resolve(file);
const nameOf = (uri: string): string => (uri.startsWith('file:') ? path.relative('', pathOf(uri)) : uri);

function summary(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No problems.';
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  const parts = (['error', 'warning', 'info'] as const).map((severity) => [count(severity), severity] as const);
  const named = parts
    .filter(([n]) => n > 0)
    .map(([n, severity]) => `${n} ${severity}${n === 1 || severity === 'info' ? '' : 's'}`);
  return `${findings.length} ${findings.length === 1 ? 'problem' : 'problems'} (${named.join(', ')}).`;
}
