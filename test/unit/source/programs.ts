import { FrontEnds } from '../../../src/engine/languages';
import type { Block, Entry, Expr, FrontEnd, FunctionDef, Program, Stmt, Target } from '../../../src/source/program';
import { grammarFile } from '../../rules/fixtures';

const frontEnds = new FrontEnds(grammarFile);

export const frontEnd = (file: string): Promise<FrontEnd> => frontEnds.get(file);

/** Parses a text as the file of that name would be and prints what it was lowered to. */
export async function lowered(file: string, text: string): Promise<string> {
  const program = (await frontEnd(file)).parse(text);
  const printed = print(program);
  program.dispose();
  return printed;
}

export const print = (program: Program): string => block(program.module.block(), '');

/** Every string literal, holes as `${}`. */
export async function strings(file: string, text: string): Promise<string[]> {
  const program = (await frontEnd(file)).parse(text);
  const found = program
    .strings()
    .map(({ parts }) => parts.map((part) => (typeof part === 'string' ? part : '${}')).join(''));
  program.dispose();
  return found;
}

function block({ stmts, exits }: Block, indent: string): string {
  return stmts.map((one) => `${indent}${stmt(one, indent)}\n`).join('') + (exits ? `${indent}^\n` : '');
}

function stmt(one: Stmt, indent: string): string {
  const deeper = `${indent}  `;
  switch (one.k) {
    case 'bind':
      return `${target(one.target)} ${one.weak ? '?=' : '='} ${expr(one.value, indent)}`;
    case 'eval':
      return expr(one.value, indent);
    case 'return':
      return one.value ? `return ${expr(one.value, indent)}` : 'return';
    case 'branch': {
      const arms = one.arms.map(
        (arm) => `${indent}| ${arm.test ? expr(arm.test, indent) : ''}\n${block(arm.block, deeper)}`,
      );
      return `branch${one.total ? ' total' : ''}${one.loops ? ' loops' : ''}\n${arms.join('')}`.trimEnd();
    }
    case 'function':
      return func(one.def, indent);
    case 'class': {
      const { def } = one;
      const head = [...def.decorators.map((decorator) => `@${expr(decorator, indent)} `), 'class ', def.name].join('');
      const methods = [...def.methods].map(([key, method]) => `${deeper}${key}: ${func(method, deeper)}\n`).join('');
      return `${head}(${def.bases.map((base) => expr(base, indent)).join(', ')})\n${block(def.body, deeper)}${methods}`.trimEnd();
    }
    case 'import':
      return `import ${one.names.map(imported).join(', ')}`;
  }
}

function imported(name: { local?: string; module: string; name?: string; reexport?: string }): string {
  return `${name.local ?? '-'}<${name.module}${name.name === undefined ? '' : `#${name.name}`}>${name.reexport ? ` as ${name.reexport}` : ''}`;
}

function func(def: FunctionDef, indent: string): string {
  const flags = [def.isStatic && 'static', def.isGetter && 'get', def.isAsync && 'async'].filter(Boolean).join(' ');
  const params = def.params.map((param) => {
    const type = param.type ? `: ${expr(param.type, indent)}` : '';
    const initial = param.default ? ` = ${expr(param.default, indent)}` : '';
    return `${param.rest ? '...' : ''}${param.name}${type}${initial}`;
  });
  const body = block(def.body(), `${indent}  `);
  const outer = def.scope.outerNames ? ` outer ${[...def.scope.outerNames].join(' ')}` : '';
  return `fn ${flags ? `${flags} ` : ''}${def.name}(${params.join(', ')})${def.self ? ` ${def.self}` : ''}${outer}\n${body}`.trimEnd();
}

function target(to: Target | undefined): string {
  if (!to) return '_';
  switch (to.k) {
    case 'name':
      return to.name;
    case 'member':
      return `${expr(to.object, '')}.${to.name}`;
    case 'index':
      return `${expr(to.object, '')}[${expr(to.key, '')}]`;
    case 'tuple':
      return `(${to.items.map(target).join(', ')})`;
    case 'fields': {
      const fields = to.fields.map(({ key, target: inner, default: initial }) => {
        return `${key}: ${target(inner)}${initial ? ` = ${expr(initial, '')}` : ''}`;
      });
      return `{${fields.join(', ')}}`;
    }
  }
}

function expr(one: Expr, indent: string): string {
  const all = (parts: readonly Expr[]): string => parts.map((part) => expr(part, indent)).join(', ');
  switch (one.k) {
    case 'name':
      return one.name;
    case 'const':
      return String(one.value);
    case 'string':
      return `"${one.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : `\${${expr(part, indent)}}`)).join('')}"`;
    case 'member':
      return `${expr(one.object, indent)}.${one.name}`;
    case 'index':
      return `${expr(one.object, indent)}[${expr(one.key, indent)}]`;
    case 'call': {
      const args = one.args.map(
        (arg) => `${arg.spread ? `...` : ''}${arg.name ? `${arg.name}=` : ''}${expr(arg.value, indent)}`,
      );
      return `${one.isNew ? 'new ' : ''}${expr(one.callee, indent)}(${args.join(', ')})`;
    }
    case 'record':
      return `{${one.entries.map((entry) => entryText(entry, indent)).join(', ')}}`;
    case 'list':
      return `[${all(one.items)}]`;
    case 'choice':
      return `(${one.test ? `${expr(one.test, indent)} ? ` : ''}${one.options.map((option) => expr(option, indent)).join(' | ')})`;
    case 'assign':
      return `(${target(one.target)} := ${expr(one.value, indent)})`;
    case 'function':
      return func(one.def, indent);
    case 'await':
      return `await ${expr(one.value, indent)}`;
    case 'other':
      return `other(${all(one.parts)})`;
  }
}

const entryText = (entry: Entry, indent: string): string =>
  `${entry.spread ? '...' : `${entry.key ?? '[]'}: `}${expr(entry.value, indent)}`;
