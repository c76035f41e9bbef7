import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { GoModule } from '../go/module';
import { PythonModule } from '../python/module';

/** An expression that reads a secret when the program runs, in one language. */
export interface Reader {
  read(variable: string): string;
  /** Imports and functions that it needs; `after` is the text as the other edits leave it. */
  edits(after: string): readonly TextEdit[];
  /** The expression waits for a promise. */
  readonly awaited?: boolean;
}

const bare = (read: (variable: string) => string): Reader => ({ read, edits: () => [] });

export function environment(program: Program, uri: string): Reader {
  switch (program.language) {
    case 'python': {
      const module = new PythonModule(program);
      return { read: (variable) => pythonVariable(module, variable), edits: () => module.edits() };
    }
    case 'go': {
      const module = new GoModule(program, uri);
      return { read: (variable) => goVariable(module, variable), edits: (after) => module.edits(after) };
    }
    case 'csharp':
      return bare(csharpVariable);
    case 'java':
      return bare(javaVariable);
    default:
      return bare((variable) => `process.env.${variable}`);
  }
}

export const pythonVariable = (module: PythonModule, variable: string): string =>
  `${module.module('os')}.environ["${variable}"]`;
export const goVariable = (module: GoModule, variable: string): string =>
  `${module.package('os')}.Getenv("${variable}")`;
export const csharpVariable = (variable: string): string => `System.Environment.GetEnvironmentVariable("${variable}")`;
export const javaVariable = (variable: string): string => `System.getenv("${variable}")`;
