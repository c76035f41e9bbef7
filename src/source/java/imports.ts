import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import { pathText } from './types';

/** `import a.B;`, `import a.*;`, and the members of a class: `import static a.B.m;`, `import static a.B.*;`. */
export function importDeclaration(node: Node, block: BlockBuilder, unit: Unit): void {
  const path = node.namedChildren.find((one) => one.type === 'scoped_identifier' || one.type === 'identifier');
  if (!path) return;
  const span = unit.span(path);
  const module = pathText(path, unit);
  const isStatic = /^import\s+static\b/.test(unit.text.slice(node.startIndex, path.startIndex));
  if (node.namedChildren.some((one) => one.type === 'asterisk')) {
    block.add({ k: 'import', span, names: [{ module, name: '*', ...(isStatic ? { members: true } : {}), span }] });
    return;
  }
  const dot = module.lastIndexOf('.');
  const name = module.slice(dot + 1);
  block.add({ k: 'import', span, names: [{ local: name, module: module.slice(0, Math.max(dot, 0)), name, span }] });
}
