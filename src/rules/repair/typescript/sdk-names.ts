import { COMMON_PACKAGE, WHOLE_PACKAGE } from '../../../knowledge/sdks/typescript-writing';
import type { ImportName } from '../../../source/program';

/** Whether `common` is the SDK wherever it is declared: in functions, whose own it stays. */
export function isOnlyLoaded(text: string): boolean {
  const declared = text.match(/(?:[{,(]|\b(?:const|let|var|function|class))\s{0,20}common\b(?!\.)/g) ?? [];
  const loaded = text.match(/\b(?:const|let|var) common = require\(['"]oci-common['"]\)/g) ?? [];
  return loaded.length > 0 && declared.length === loaded.length;
}

/** How something of `oci-common` is called with given imports. */
export function named(imports: readonly ImportName[], name: string): string | undefined {
  for (const one of imports) {
    if (one.local === undefined) continue;
    if (one.module === COMMON_PACKAGE && one.name === name) return one.local;
    const whole = one.name === undefined || one.name === 'default';
    if (one.module === COMMON_PACKAGE && whole) return `${one.local}.${name}`;
    if (one.module === WHOLE_PACKAGE && whole) return `${one.local}.common.${name}`;
  }
  return undefined;
}
