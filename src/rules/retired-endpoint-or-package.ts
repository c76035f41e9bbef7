import { RETIRED_PACKAGES, RETIRED_PATH, type Retired } from '../knowledge/retired';
import type { ImportName, Program, Span } from '../source/program';
import type { Fix, Report, Rule } from './contract';

const MESSAGES = {
  retired: (what: string, instead: string) => `${what} has a successor: use ${instead}.`,
};

function retiredPackage(name: ImportName): Retired | undefined {
  const full = name.name === undefined ? name.module : `${name.module}.${name.name}`;
  const key = Object.keys(RETIRED_PACKAGES).find(
    (one) => full === one || full.startsWith(`${one}.`) || name.module === one,
  );
  return key === undefined ? undefined : RETIRED_PACKAGES[key];
}

export const retiredEndpointOrPackage: Rule = {
  id: 'retired-endpoint-or-package',
  severity: 'info',
  title: 'Endpoint or package that has a successor',
  *check({ program, uses }): Iterable<Report> {
    const seen = new Set<string>();
    for (const stmt of program.module.block().stmts) {
      if (stmt.k !== 'import') continue;
      for (const name of stmt.names) {
        const retired = retiredPackage(name);
        if (!retired || seen.has(retired.what)) continue;
        seen.add(retired.what);
        yield { span: name.span, message: MESSAGES.retired(retired.what, retired.instead) };
      }
    }
    for (const use of uses) {
      if (use.endpoint && RETIRED_PATH.pattern.test(use.endpoint.path)) {
        yield { span: use.call.callee.span, message: MESSAGES.retired(RETIRED_PATH.what, RETIRED_PATH.instead), use };
      }
    }
  },
  fixes: ({ program }, report) => (report.use ? usePath(program) : useModule(program, report.span)),
};

/** The literal that writes the path. Its successor answers another way, so that nobody may take it unasked. */
function usePath(program: Program): readonly Fix[] {
  const { what, instead } = RETIRED_PATH;
  const places = program.index.offsetsOf(what);
  const [start, more] = places;
  if (start === undefined || more !== undefined) return [];
  const edits = [{ span: { start, end: start + what.length }, text: instead }];
  return [{ title: `Use ${instead}, which needs a project`, safety: 'unsafe', preferred: false, edits }];
}

/** `from oracle.adk import Agent`: the successor exports the same names. */
function useModule(program: Program, { start, end }: Span): readonly Fix[] {
  const line = { start: program.text.lastIndexOf('\n', start - 1) + 1, end };
  const found = Object.entries(RETIRED_PACKAGES).find(
    ([module, { same }]) => same && program.text.slice(line.start, line.end).startsWith(`from ${module}`),
  );
  if (!found) return [];
  const [module, { same = '' }] = found;
  const at = line.start + 'from '.length;
  const edits = [{ span: { start: at, end: at + module.length }, text: same }];
  return [{ title: `Use ${same}`, safety: 'unsafe', preferred: false, edits }];
}
