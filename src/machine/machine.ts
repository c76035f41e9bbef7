import { homedir } from 'node:os';

/** The surroundings that decide which files are read. Handed around, so that tests have their own. */
export interface Machine {
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where relative paths start. */
  readonly folder: string;
  readonly windows: boolean;
}

export const thisMachine = (): Machine => ({
  home: homeFolder(),
  environment: process.env,
  folder: process.cwd(),
  windows: process.platform === 'win32',
});

/** A user without a home is no reason to fail. */
function homeFolder(): string {
  try {
    return homedir();
  } catch {
    return '';
  }
}
