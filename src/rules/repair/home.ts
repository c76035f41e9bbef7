import type { Language, Program, Span } from '../../source/program';
import type { TextEdit } from '../contract';
import { GoModule } from './go/module';
import { PythonModule } from './python/module';
import { TypeScriptModule } from './typescript/module';

/** The home directory in languages that need no import for it. */
const HOMES: Readonly<Partial<Record<Language, string>>> = {
  csharp: 'System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile)',
  java: 'System.getProperty("user.home")',
};

/** A literal path that begins with `~` gets the home directory; undefined in languages that have no writer. */
export function expandHome(program: Program, uri: string, span: Span): TextEdit[] | undefined {
  const source = program.text.slice(span.start, span.end);
  if (program.language === 'python') {
    const module = new PythonModule(program);
    const text = `${module.module('os')}.path.expanduser(${source})`;
    return [{ span, text }, ...module.edits()];
  }
  if (program.language === 'go') {
    const path = /^"~(\/[^"\\]*)"$/.exec(source)?.[1];
    const module = new GoModule(program, '');
    const text = `${module.package('os')}.Getenv("HOME") + "${path}"`;
    return path === undefined ? undefined : [{ span, text }, ...module.edits(`${program.text}\n${text}`)];
  }
  const compiled = HOMES[program.language];
  if (compiled !== undefined) {
    const path = /^(@?)"~(\/[^"\\]*)"$/.exec(source);
    return path ? [{ span, text: `${compiled} + ${path[1]}"${path[2]}"` }] : undefined;
  }
  const inner = /^(['"`])~([/][^'"`\\]*)\1$/.exec(source)?.[2];
  if (inner === undefined || (program.language !== 'typescript' && program.language !== 'javascript')) return undefined;
  const module = new TypeScriptModule(program, uri);
  const edit = { span, text: `\`\${${module.named('node:os', 'homedir')}()}${inner}\`` };
  return [edit, ...module.edits(program.text)];
}
