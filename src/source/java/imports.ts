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
  const dot = Math.max(module.lastIndexOf('.'), 0);
  const name = module.slice(dot + (dot > 0 ? 1 : 0));
  const owner = module.slice(0, dot);
  if (!isStatic && !IN_CLASS.test(owner)) {
    block.add({ k: 'import', span, names: [{ local: name, module: owner, name, span }] });
    return;
  }
  // A member of a class, static or a class itself: the class is imported under a name that nobody else can write.
  const last = owner.lastIndexOf('.');
  const from = { module: owner.slice(0, Math.max(last, 0)), name: owner.slice(last + 1) };
  block.add({ k: 'import', span, names: [{ local: owner, ...from, span }] });
  const value = { k: 'member' as const, span, object: { k: 'name' as const, span, name: owner }, name };
  block.add({ k: 'bind', span, target: { k: 'name', name, span }, value });
}

/** The last part of a path names a class, as all code writes them. */
const IN_CLASS = /(?:^|\.)[A-Z]\w*$/;
