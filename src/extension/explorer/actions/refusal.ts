import { window } from 'vscode';
import type { WriteRefusal, Written } from '../../../machine/config-writer';

const WORDS: Readonly<Record<WriteRefusal, string>> = {
  'no-such-profile': 'the profile is no longer there',
  'profile-exists': 'a profile of that name is there already',
  'value-changed': 'the value was changed meanwhile',
  'not-writable-as-text': 'the values cannot be written into a configuration file',
  unreadable: 'the file cannot be read',
  'not-writable': 'the file cannot be written',
  busy: 'another program keeps writing it',
  'changed-since': 'it was changed since',
  'other-encoding': 'the file is no text in UTF-8 or Latin-1; save it as UTF-8 first',
  'too-large': 'it would grow beyond 64 KB',
};

/** Tells why a file was left as it was. True when it was written. */
export function told(written: Written): written is Extract<Written, { after: Buffer }> {
  if (!('refusal' in written)) return true;
  const { refusal, reason } = written;
  const why = reason ? ` (${reason})` : '';
  void window.showErrorMessage(`OCI GenAI Auth: nothing was changed: ${WORDS[refusal]}${why}.`);
  return false;
}
