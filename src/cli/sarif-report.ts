import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ArtifactChange,
  Location,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  Fix as SarifFix,
} from 'sarif';
import type { Finding, LineRange } from '../engine';
import type { Fix, Rule, Severity } from '../rules/contract';
import type { Span } from '../source/program';
import { fingerprints } from './fingerprint';
import type { FileResult, Trouble } from './lint-files';
import { packageVersion, rulePage } from './package-files';
import { counted, Positions } from './positions';
import type { Report } from './report';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** Collects results file by file: no text of a file is kept. */
export class SarifReport implements Report {
  private readonly results: Result[] = [];
  private readonly notifications: Notification[] = [];

  constructor(private readonly rules: readonly Rule[]) {}

  file(result: FileResult, findings: readonly Finding[]): string {
    const place = new Places(result);
    const prints = fingerprints(result.text, result.findings);
    for (const finding of findings) {
      const hash = prints.get(finding);
      this.results.push({
        ...this.result(finding, place, editsOf(result.fixes(finding))),
        ...(hash === undefined ? {} : { partialFingerprints: { primaryLocationLineHash: hash } }),
      });
    }
    return '';
  }

  trouble({ path: at, reason, fatal }: Trouble): void {
    const location = { physicalLocation: { artifactLocation: { uri: relativeUri(at) } } };
    this.notifications.push({
      level: fatal ? 'error' : 'warning',
      message: { text: `${at}: ${reason}` },
      locations: [location],
    });
  }

  end(successful: boolean): string {
    return `${JSON.stringify(this.log(successful), undefined, 2)}\n`;
  }

  private log(successful: boolean): Log {
    const version = packageVersion();
    return {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [
        {
          tool: {
            driver: {
              name: 'Principled',
              version,
              semanticVersion: version,
              rules: this.rules.map((rule) => this.descriptor(rule)),
            },
          },
          columnKind: 'utf16CodeUnits',
          invocations: [{ executionSuccessful: successful, toolExecutionNotifications: this.notifications }],
          results: this.results,
        },
      ],
    };
  }

  private descriptor({ id, severity, title }: Rule): ReportingDescriptor {
    const markdown = rulePage(id);
    return {
      id,
      name: id,
      shortDescription: { text: title },
      ...(markdown ? { help: { text: markdown, markdown } } : {}),
      defaultConfiguration: { level: LEVELS[severity] },
      properties: { tags: ['security', 'oci', 'authentication'] },
    };
  }

  private result(finding: Finding, places: Places, fixes: readonly Fix[]): Result {
    const related = finding.related.map(({ message, uri, span, range }) => ({
      ...(uri === places.uri ? places.location(span) : elsewhere(uri, range)),
      message: { text: message },
    }));
    return {
      ruleId: finding.rule,
      ruleIndex: this.rules.findIndex((rule) => rule.id === finding.rule),
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [places.location(finding.span)],
      ...(related.length > 0 ? { relatedLocations: related.map((one, id) => ({ id, ...one })) } : {}),
      ...(fixes.length > 0 ? { fixes: fixes.map((fix) => places.fix(fix)) } : {}),
      properties: { confidence: finding.confidence, ...(finding.cell === undefined ? {} : { cell: finding.cell }) },
    };
  }
}

/** SARIF knows replacements in files that exist. */
const editsOf = (fixes: readonly Fix[]): readonly Fix[] =>
  fixes.filter(({ edits, additions, packages }) => edits.length > 0 && !additions && !packages);

/** A place in another file than the one of the finding. */
function elsewhere(uri: string, range: LineRange | undefined): Location {
  const artifactLocation = { uri: uri.startsWith('file:') ? relativeUri(fileURLToPath(uri)) : uri };
  if (!range) return { physicalLocation: { artifactLocation } };
  const [start, end] = [counted(range.start), counted(range.end)];
  const region = { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
  return { physicalLocation: { artifactLocation, region } };
}

/** Places of one file in SARIF's terms. */
class Places {
  private readonly positions: Positions;
  readonly uri: string;

  constructor(private readonly result: FileResult) {
    this.positions = new Positions(result.text);
    this.uri = pathToFileURL(path.resolve(result.file)).href;
  }

  location(span: Span): Location {
    return {
      physicalLocation: { artifactLocation: { uri: relativeUri(this.result.file) }, region: this.region(span) },
    };
  }

  fix({ title, safety, edits }: Fix): SarifFix {
    const changes = new Map<string, ArtifactChange>();
    for (const { uri = this.uri, span, text } of edits) {
      const artifact = uri === this.uri ? relativeUri(this.result.file) : uri;
      const change = changes.get(artifact) ?? { artifactLocation: { uri: artifact }, replacements: [] };
      change.replacements.push({ deletedRegion: this.region(span), insertedContent: { text } });
      changes.set(artifact, change);
    }
    return { description: { text: title }, artifactChanges: [...changes.values()], properties: { safety } };
  }

  private region({ start, end }: Span): Region {
    const from = this.positions.at(start);
    const to = this.positions.at(end);
    return {
      startLine: from.line,
      startColumn: from.column,
      endLine: to.line,
      endColumn: to.column,
      charOffset: start,
      charLength: end - start,
    };
  }
}

/** Relative to the working folder, as code-scanning services expect; absolute outside of it. */
function relativeUri(file: string): string {
  const relative = path.relative('', path.resolve(file));
  if (relative.startsWith('..') || path.isAbsolute(relative)) return pathToFileURL(path.resolve(file)).href;
  return relative.split(path.sep).map(encodeURIComponent).join('/');
}
