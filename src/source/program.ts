/**
 * A file lowered to what matters for credential flow. The same for every language: front ends only lower syntax
 * into these shapes, and nothing above this floor knows a syntax tree.
 */
import type { TextIndex } from './text-index';

/** UTF-16 offsets into the document, end exclusive. Mutable on purpose: an edit before a kept statement shifts it. */
export interface Span {
  start: number;
  end: number;
}

export type Expr =
  | StringExpr
  | ConstExpr
  | NameExpr
  | MemberExpr
  | IndexExpr
  | CallExpr
  | RecordExpr
  | ListExpr
  | ChoiceExpr
  | AssignExpr
  | FunctionExpr
  | AwaitExpr
  | OtherExpr;

/** A string literal, template, or concatenation: decoded text between holes. */
export interface StringExpr {
  readonly k: 'string';
  readonly span: Span;
  readonly parts: readonly (string | Expr)[];
}

/** A number, boolean or null-like literal. */
export interface ConstExpr {
  readonly k: 'const';
  readonly span: Span;
  readonly value: number | boolean | null;
}

export interface NameExpr {
  readonly k: 'name';
  readonly span: Span;
  readonly name: string;
}

/** `object.name`; `self`/`this` receivers are plain names. */
export interface MemberExpr {
  readonly k: 'member';
  readonly span: Span;
  readonly object: Expr;
  readonly name: string;
}

export interface IndexExpr {
  readonly k: 'index';
  readonly span: Span;
  readonly object: Expr;
  readonly key: Expr;
}

export interface Arg {
  /** Keyword of the argument; absent when positional. */
  readonly name?: string;
  /** `*args` / `...args` spread a list, `**kwargs` a record. */
  readonly spread?: 'list' | 'record';
  readonly value: Expr;
  /** Sets a member of what the call makes (`new X { A = 1 }`); no parameter of that name need be there. */
  readonly sets?: boolean;
  /** The whole argument, keyword included. */
  readonly span: Span;
}

export interface CallExpr {
  readonly k: 'call';
  readonly span: Span;
  readonly callee: Expr;
  readonly args: readonly Arg[];
  /** `new X(…)`, where the language says so. Object initialisers (`new X { A = 1 }`) become named arguments. */
  readonly isNew?: boolean;
  /** Type arguments (`Get<T>()`). */
  readonly types?: readonly Expr[];
  /** The argument list with its parentheses, where edits go. */
  readonly argsSpan: Span;
}

export interface Entry {
  /** A literal key; absent for computed keys and spreads. */
  readonly key?: string;
  readonly keySpan?: Span;
  /** `**other` / `...other`. */
  readonly spread?: boolean;
  readonly value: Expr;
  readonly span: Span;
}

/** A dict, object literal, map literal, composite literal with field names, or a table of a data file. */
export interface RecordExpr {
  readonly k: 'record';
  readonly span: Span;
  readonly entries: readonly Entry[];
  /** The type of a composite literal (`common.Foo{…}`), if any. */
  readonly type?: Expr;
}

/** A list, tuple, array or several results of a function. */
export interface ListExpr {
  readonly k: 'list';
  readonly span: Span;
  readonly items: readonly Expr[];
}

/** One of several values arrives: conditional, `or`, `??`, switch expression. */
export interface ChoiceExpr {
  readonly k: 'choice';
  readonly span: Span;
  readonly test?: Expr;
  readonly options: readonly Expr[];
}

/** An assignment used as a value (walrus, `x = y = z`, `??=`). */
export interface AssignExpr {
  readonly k: 'assign';
  readonly span: Span;
  readonly target: Target;
  readonly value: Expr;
}

export interface FunctionExpr {
  readonly k: 'function';
  readonly span: Span;
  readonly def: FunctionDef;
}

export interface AwaitExpr {
  readonly k: 'await';
  readonly span: Span;
  readonly value: Expr;
}

/** Anything else: its value is unknown, but calls inside it are still seen. */
export interface OtherExpr {
  readonly k: 'other';
  readonly span: Span;
  readonly parts: readonly Expr[];
}

export type Target =
  | { readonly k: 'name'; readonly name: string; readonly span: Span }
  | { readonly k: 'member'; readonly object: Expr; readonly name: string; readonly span: Span }
  | { readonly k: 'index'; readonly object: Expr; readonly key: Expr; readonly span: Span }
  | { readonly k: 'tuple'; readonly items: readonly (Target | undefined)[]; readonly span: Span }
  /** `{a, b: c} = value`: each entry binds a member of the value. */
  | { readonly k: 'fields'; readonly fields: readonly FieldTarget[]; readonly span: Span };

export interface FieldTarget {
  readonly key: string;
  readonly target: Target;
  readonly default?: Expr;
}

export type Stmt = BindStmt | EvalStmt | ReturnStmt | BranchStmt | FunctionStmt | ClassStmt | ImportStmt;

export interface BindStmt {
  readonly k: 'bind';
  readonly span: Span;
  readonly target: Target;
  readonly value: Expr;
  /** Binds only if nothing was bound before (`??=`), so the older value may still arrive. */
  readonly weak?: boolean;
}

export interface EvalStmt {
  readonly k: 'eval';
  readonly span: Span;
  readonly value: Expr;
}

export interface ReturnStmt {
  readonly k: 'return';
  readonly span: Span;
  readonly value?: Expr;
}

/** `if`, `switch`, `try` (its body and each handler are arms), loops (one arm that may run again). */
export interface BranchStmt {
  readonly k: 'branch';
  readonly span: Span;
  readonly arms: readonly Arm[];
  /** One of the arms always runs. */
  readonly total: boolean;
  readonly loops?: boolean;
}

export interface FunctionStmt {
  readonly k: 'function';
  readonly span: Span;
  readonly def: FunctionDef;
}

export interface ClassStmt {
  readonly k: 'class';
  readonly span: Span;
  readonly def: ClassDef;
}

/**
 * What a module offers under another name than that of its own binding is a member of the name `exports`
 * (`exports.default = …`); a module that is one value binds `exports` itself.
 */
export interface ImportStmt {
  readonly k: 'import';
  readonly span: Span;
  readonly names: readonly ImportName[];
}

export interface Arm {
  readonly test?: Expr;
  readonly block: Block;
}

export interface ImportName {
  /** The local name; absent for star imports. */
  readonly local?: string;
  /** The module as written (`oci.auth`, `./client`, `com.oracle.bmc.auth`), relative dots kept. */
  readonly module: string;
  /** The exported name; absent when the module itself is bound; `*` for star imports. */
  readonly name?: string;
  /** A star import of the members of a class (`using static A.B.C`), not of what a module holds. */
  readonly members?: boolean;
  /** The name under which a re-export offers it to other modules, `*` for all; such an import binds nothing here. */
  readonly reexport?: string;
  readonly span: Span;
}

export interface Param {
  readonly name: string;
  readonly default?: Expr;
  readonly rest?: 'list' | 'record';
  readonly type?: Expr;
  /** A destructured parameter (`{ config, signer }`). */
  readonly target?: Target;
}

export interface FunctionDef {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly params: readonly Param[];
  readonly decorators: readonly Expr[];
  readonly isAsync: boolean;
  /** The name by which a method knows its object (`self`, `this`, a Go receiver); absent for plain functions. */
  readonly self?: string;
  readonly isStatic?: boolean;
  /** A property read runs it (`@property`, C# `get`). */
  readonly isGetter?: boolean;
  /** The written type of what it gives, where the language has one. */
  readonly returns?: Expr;
  /** The class it is a method of. */
  readonly owner?: ClassDef;
  /** The name of its class, for a method that stands outside of it (Go); nobody calls it by its own name alone. */
  readonly receiver?: string;
  /** Further methods of the same name, kept in the class as `name/1`, `name/2`, …: the arguments choose among them. */
  readonly overloads?: readonly FunctionDef[];
  /** Its own scope; `scope.parent` is where it is defined. */
  readonly scope: Scope;
  /** Lowered on first demand: most functions of a file never matter. */
  readonly body: () => Block;
}

export interface ClassDef {
  readonly name: string;
  readonly nameSpan: Span;
  readonly span: Span;
  readonly bases: readonly Expr[];
  readonly decorators: readonly Expr[];
  readonly methods: ReadonlyMap<string, FunctionDef>;
  /** The written types of its fields and properties. */
  readonly fields?: ReadonlyMap<string, Expr | undefined>;
  /** Other declarations of the same name are parts of it. */
  readonly isPartial?: boolean;
  /** Class-level and field initialisers are `bind`s of names in this block. */
  readonly body: Block;
  readonly scope: Scope;
}

/** A statement list with an index of who touches which name in it. */
export interface Block {
  readonly stmts: readonly Stmt[];
  /**
   * name → ascending indexes of the statements that bind it or change it (`x.a = …`, `x["k"] = …`, `x.method(…)`),
   * nested blocks of branches included, nested functions not.
   */
  readonly touches: ReadonlyMap<string, readonly number[]>;
  /** The end is never reached: the last statement returns, raises, breaks or continues. */
  readonly exits: boolean;
  readonly scope: Scope;
  /** Where this block stands in the enclosing one; absent for the body of a scope. */
  readonly parent?: Point;
}

/** A place in a block: look-ups from here see what stands before statement `index`. */
export interface Point {
  readonly block: Block;
  readonly index: number;
}

export interface Scope {
  readonly kind: 'module' | 'function' | 'class';
  readonly parent?: Scope;
  readonly function?: FunctionDef;
  readonly class?: ClassDef;
  readonly block: () => Block;
  /** Names that a function binds in an outer scope (`global x`, `nonlocal x`). */
  readonly outerNames?: ReadonlySet<string>;
}

/** A call and the place where it is evaluated. */
export interface CallSite {
  readonly call: CallExpr;
  readonly at: Point;
}

/** An assignment to a member or key (`client.endpoint = …`), and where it happens. */
export interface ChangeSite {
  readonly stmt: BindStmt;
  readonly at: Point;
}

export type Language =
  | 'python'
  | 'typescript'
  | 'javascript'
  | 'java'
  | 'go'
  | 'csharp'
  | 'shell'
  | 'powershell'
  | 'yaml'
  | 'json'
  | 'toml'
  | 'dotenv'
  | 'ini'
  | 'properties'
  | 'terraform'
  | 'dockerfile'
  | 'markdown'
  | 'sql'
  | 'text'
  /** Code and markup that nobody parses here; only what stands in any text is looked for. */
  | 'foreign';

/** A run of comment text, delimiters excluded: where suppressions are read. */
export interface Comment {
  readonly span: Span;
  readonly text: string;
}

export interface Program {
  readonly language: Language;
  readonly text: string;
  readonly module: Scope;
  /** Every string literal of the file with escapes decoded and adjacent literals joined; lowered without the rest. */
  strings(): readonly StringExpr[];
  comments(): readonly Comment[];
  /** Where pieces of the text and words stand. */
  readonly index: TextIndex;
  /** Whether the text held syntax that the parser could not read. */
  readonly broken: boolean;
  /** Frees what the parser holds. */
  dispose(): void;
}

/** One edit of a text document: `length` UTF-16 units at `start` give way to `text`. */
export interface Change {
  readonly start: number;
  readonly length: number;
  readonly text: string;
}

/** Lowers one language. Programs keep their own tree until disposed. */
export interface FrontEnd {
  parse(text: string): Program;
  /** The program after one edit, reusing what did not change. The old program may not be used afterwards. */
  update(program: Program, text: string, change: Change): Program;
}
