import { WORKLOAD_MODULES } from '../knowledge/workload';
import type { Evidence } from '../rules/contract';
import type { Program } from '../source/program';

/** Evidence in the code itself: it imports the development kit of a workload. */
export function evidenceIn(program: Program, uri: string): readonly Evidence[] {
  for (const stmt of program.module.block().stmts) {
    if (stmt.k !== 'import') continue;
    for (const name of stmt.names) {
      const found = WORKLOAD_MODULES.find((one) => one.module.test(name.module));
      if (found) return [{ workload: found.workload, uri, certain: true }];
    }
  }
  return [];
}
