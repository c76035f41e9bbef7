import type { Node } from 'web-tree-sitter';
import type { BlockBuilder } from '../block';
import type { Unit } from '../lowering';
import { pathText } from './types';

/** `using N;` opens a namespace, `using static T;` the members of a type, `using A = T;` names something. */
export function usingDirective(node: Node, block: BlockBuilder, unit: Unit): void {
  const alias = node.childForFieldName('name');
  const target = node.namedChildren.find((one) => one.id !== alias?.id && one.type !== 'comment');
  if (!target) return;
  const span = unit.span(node);
  const module = pathText(target, unit);
  if (alias) {
    const dot = module.lastIndexOf('.');
    const named = dot < 0 ? { module } : { module: module.slice(0, dot), name: module.slice(dot + 1) };
    block.add({ k: 'import', span, names: [{ local: unit.textOf(alias), ...named, span }] });
    return;
  }
  const isStatic = /\bstatic\b/.test(unit.text.slice(node.startIndex, target.startIndex));
  block.add({ k: 'import', span, names: [{ module, name: '*', ...(isStatic ? { members: true } : {}), span }] });
}
