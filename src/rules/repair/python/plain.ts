import { IDENTITY_KEYS, isCredentialReader } from '../../../knowledge/sdks/python-writing';
import type { CallExpr, Expr } from '../../../source/program';

/** Decorators that hand a function to nobody: it runs when its name is used. */
export const KEEPS_RESULT = /(?:^|\.)(?:cache\w*|lru_cache|property|staticmethod|classmethod)$/;

/** Literals, variables of the environment, and readers of credentials; `part` judges what they are made of. */
export function isPlain(expr: Expr, part: (expr: Expr) => boolean): boolean {
  switch (expr.k) {
    case 'string':
      return expr.parts.every((one) => typeof one === 'string' || part(one));
    case 'const':
    case 'name':
      return true;
    case 'member':
      return part(expr.object);
    case 'index':
      return part(expr.object) && part(expr.key);
    case 'record':
      return expr.entries.every(({ value }) => part(value));
    case 'call':
      return isReader(expr) && expr.args.every(({ value }) => part(value));
    default:
      return false;
  }
}

/** `config.get("pass_phrase")` reads as little as `config["pass_phrase"]`. */
function isReader({ callee, args }: CallExpr): boolean {
  const key = callee.k === 'member' && callee.name === 'get' && args[0] ? wordOf(args[0].value) : undefined;
  return isCredentialReader(dotted(callee)) || (key !== undefined && IDENTITY_KEYS.has(key));
}

export function dotted(expr: Expr): string {
  if (expr.k === 'call') return dotted(expr.callee);
  if (expr.k === 'name') return expr.name;
  return expr.k === 'member' ? `${dotted(expr.object)}.${expr.name}` : '';
}

/** A string without holes. */
export const wordOf = (expr: Expr): string | undefined =>
  expr.k === 'string' && expr.parts.length === 1 && typeof expr.parts[0] === 'string' ? expr.parts[0] : undefined;
