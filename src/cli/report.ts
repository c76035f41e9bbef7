import type { Finding } from '../engine';
import type { FileResult, Trouble } from './lint-files';

/** A form of the report. What its methods return goes to standard output. */
export interface Report {
  file(result: FileResult, findings: readonly Finding[]): string;
  end(successful: boolean): string;
  trouble?(trouble: Trouble): void;
}
