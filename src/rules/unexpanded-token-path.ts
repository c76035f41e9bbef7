import { callsAround } from '../flow/scopes';
import { PATH_READERS, TOKEN_PATH } from '../knowledge/files';
import type { CallExpr, Expr } from '../source/program';
import type { Fix, Report, Rule } from './contract';
import { expandHome } from './repair/home';

const MESSAGES = {
  tilde: 'Nothing expands “~” here: the token file is not found. Expand the home directory first.',
};

const literal = (expr: Expr | undefined): string | undefined => {
  const [only, more] = expr?.k === 'string' ? expr.parts : [];
  return typeof only === 'string' && more === undefined ? only : undefined;
};

function dotted(expr: Expr): string {
  if (expr.k === 'name') return expr.name;
  return expr.k === 'member' ? `${dotted(expr.object)}.${expr.name}` : '';
}

/** A path object expands later when the program says so (`Path("~/x").expanduser()`). */
const expandsLater = (text: string, call: CallExpr): boolean =>
  /^\s*\.expanduser\(/.test(text.slice(call.span.end, call.span.end + 40));

export const unexpandedTokenPath: Rule = {
  id: 'unexpanded-token-path',
  severity: 'error',
  title: 'Session token path with a tilde that nobody expands',
  *check({ program }): Iterable<Report> {
    const readers = PATH_READERS[program.language] ?? [];
    const offsets: number[] = [];
    for (let at = program.text.indexOf('~/.oci'); at >= 0; at = program.text.indexOf('~/.oci', at + 1))
      offsets.push(at);
    if (readers.length === 0 || offsets.length === 0) return;
    for (const { call } of callsAround(program.module.block(), offsets)) {
      const path = call.args[0]?.value;
      const text = literal(path);
      if (!path || text === undefined || !TOKEN_PATH.test(text)) continue;
      const callee = dotted(call.callee);
      if (
        !readers.some((reader) => callee === reader || callee.endsWith(`.${reader}`)) ||
        expandsLater(program.text, call)
      )
        continue;
      yield { span: path.span, message: MESSAGES.tilde };
    }
  },
  fixes({ program, uri }, { span }): readonly Fix[] {
    const edits = expandHome(program, uri, span);
    return edits ? [{ title: 'Expand the home directory', safety: 'safe', preferred: true, edits }] : [];
  },
};
