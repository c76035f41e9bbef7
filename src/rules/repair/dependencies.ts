import { PYTHON_PACKAGES } from '../../knowledge/sdks/python-writing';
import type { Fix, RuleContext } from '../contract';
import { rootOf } from './secret';

/** The same fix once more, which also lists the packages that it newly imports where the project lists its own. */
export function withDependencies<T extends Fix>(context: RuleContext, fix: T): readonly T[] {
  const root = context.program.language === 'python' ? rootOf(context) : undefined;
  const text = fix.edits.map((edit) => edit.text).join('\n');
  const modules = [...text.matchAll(/^(?:import|from) (\w+)/gm)].map((match) => match[1] ?? '');
  const names = [...new Set(modules)].flatMap((module) => PYTHON_PACKAGES[module] ?? []);
  if (root === undefined || names.length === 0) return [fix];
  const title = `${fix.title}, and list ${names.join(', ')} in requirements.txt`;
  const additions = names.map((line) => ({ uri: `${root}/requirements.txt`, line, onlyThere: true }));
  return [fix, { ...fix, title, preferred: false, additions }];
}
