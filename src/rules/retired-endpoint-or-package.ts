import { RETIRED_PACKAGES, RETIRED_PATH, type Retired } from '../knowledge/retired';
import type { ImportName } from '../source/program';
import type { Report, Rule } from './contract';

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
};
