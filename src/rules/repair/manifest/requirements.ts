import { breakOf } from '../edits';
import type { ListPackages } from './list';
import { isRequirementOf } from './python-name';

/** A line for each package at the end; an editor's own file may end without a line break. */
export const inRequirements: ListPackages = (text, names) => {
  const lines = text.split(/\r?\n/);
  const missing = names.filter((name) => !lines.some((line) => isRequirementOf(line, name)));
  if (missing.length === 0) return [];
  const eol = breakOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : eol;
  const span = { start: text.length, end: text.length };
  return [{ span, text: `${before}${missing.map((name) => `${name}${eol}`).join('')}` }];
};
