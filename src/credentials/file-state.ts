/** What became of an attempt to read a file that a profile names. */
export type FileState =
  | {
      readonly state: 'read';
      readonly path: string;
      readonly text: string;
      /** UTF-8 where nothing is said. */
      readonly encoding?: TextEncoding;
      /** POSIX permission bits; absent where the system has none. */
      readonly mode?: number;
      /** The work tree of git that holds the file, unless git ignores it. */
      readonly gitRoot?: string;
    }
  | { readonly state: FileFailure; readonly path: string };

/** `latin1` for any text of one byte a character that is no UTF-8. */
export type TextEncoding = 'utf-8' | 'latin1' | 'utf-16' | 'binary';

export type FileFailure = 'missing' | 'loop' | 'denied' | 'not-a-file' | 'too-large' | 'refused';

/** Follows “The file …”. */
export const FILE_FAILURES: Readonly<Record<FileFailure, string>> = {
  missing: 'does not exist',
  loop: 'is a symbolic link that leads back to itself',
  denied: 'may not be read by this user',
  'not-a-file': 'is not a regular file',
  'too-large': 'is larger than 64 KB',
  refused: 'lies on a network or device path, which is never opened',
};
