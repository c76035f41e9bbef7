import { type ConfigFile, readConfig } from '../../credentials/config-file';
import { encodingProblem } from '../../credentials/encoding-problem';
import { FILE_FAILURES, type FileState } from '../../credentials/file-state';
import { configPermissions } from '../../credentials/health/permissions';
import type { Problem } from '../../credentials/problem';
import { type Profile, profilesOf } from '../../credentials/profile';
import type { ConfigLocation } from '../config-location';
import { readCredentialFile } from '../credential-file';
import { shownPath } from '../credential-path';
import type { Machine } from '../machine';
import type { Place } from './source';

/** A configuration file as far as it could be read. */
export interface OpenedConfig {
  readonly place: Place;
  /** A file that nobody named and that is not there is none. */
  readonly isPlace: boolean;
  readonly config: ConfigFile;
  readonly profiles: readonly Profile[];
}

const NOTHING: ConfigFile = { sections: new Map(), problems: [] };

export async function openConfig(location: ConfigLocation, machine: Machine): Promise<OpenedConfig> {
  const state = await readCredentialFile(location.path);
  const { path, reason } = location;
  const label = shownPath(path, machine);
  if (state.state !== 'read' || state.encoding === 'binary') {
    const place = { path, label, reason, problems: failure(state, location, label) };
    return { place, isPlace: place.problems.length > 0, config: NOTHING, profiles: [] };
  }
  const config = readConfig(state.text);
  const place = { path, label, reason, problems: placeProblems(state, config, location) };
  return { place, isPlace: true, config, profiles: profilesOf(config) };
}

function failure(state: FileState, { expected, ignored }: ConfigLocation, label: string): Problem[] {
  if (state.state === 'missing' && !expected) return [];
  const code = state.state === 'missing' ? 'config-missing' : 'config-unreadable';
  const message = state.state === 'read' ? 'is no text' : FILE_FAILURES[state.state];
  // What nobody reads does no harm by being gone.
  const severity = ignored && state.state === 'missing' ? 'info' : 'error';
  return [{ code, severity, message: `${label} ${message}` }];
}

/** Problems of lines that belong to no profile, and of the file's place. */
function placeProblems(
  state: Extract<FileState, { state: 'read' }>,
  config: ConfigFile,
  { note }: ConfigLocation,
): Problem[] {
  return [
    ...encodingProblem(state),
    ...config.problems.filter(({ profile }) => profile === undefined || !config.sections.has(profile)),
    ...configPermissions(state, config),
    ...(note ? [{ code: 'config-ignored', severity: 'info', message: note } as const] : []),
  ];
}
