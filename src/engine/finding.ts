import type { Confidence, Report, Rule, Severity } from '../rules/contract';
import type { FileSettings } from '../rules/settings/settings';
import type { Span } from '../source/program';

export interface FindingRelated {
  readonly message: string;
  readonly uri: string;
  readonly span: Span;
  /** Where that is in a module that the document looks into; adapters hold the text of the document alone. */
  readonly range?: LineRange;
}

/** Lines and characters from 0, as the Language Server Protocol counts them. */
export interface LineRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  /** UTF-16 offsets in the document that was given to `lint`. */
  readonly span: Span;
  readonly related: readonly FindingRelated[];
  /** The notebook cell, counting from 0, for documents that are notebooks. */
  readonly cell?: number;
}

/** The finding as the rule reported it, in offsets of the program; kept by the engine for the fixes. */
export interface Located {
  readonly finding: Finding;
  readonly report: Report;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];

export const atLeast = (severity: Severity, level: Severity): boolean =>
  ORDER.indexOf(severity) <= ORDER.indexOf(level);

/** The settings speak for the rule; what a report says of itself goes no higher by them. */
export function severityOf(rule: Rule, report: Report, settings: FileSettings | undefined): Severity {
  const level = settings?.level(rule.id);
  const own = level === undefined || level === 'off' ? rule.severity : level;
  return report.severity && atLeast(own, report.severity) ? report.severity : own;
}
