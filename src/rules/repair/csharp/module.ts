import { CSHARP_SPACE } from '../../../knowledge/sdks/csharp-writing';
import type { Program } from '../../../source/program';
import type { TextEdit } from '../../contract';
import { breakOf } from '../edits';

/** The further classes of a C# file, and how it calls those of the SDK. */
export class CSharpModule {
  private readonly classes: string[] = [];

  constructor(readonly program: Program) {}

  /** Without the using directive, or where the file has a type of that name itself, by the whole name. */
  readonly name = (type: string): string => {
    const { text } = this.program;
    const isOwn = new RegExp(`\\b(?:class|interface|record|struct|enum) ${type}\\b`).test(text);
    return text.includes(CSHARP_SPACE) && !isOwn ? type : `${CSHARP_SPACE}.${type}`;
  };

  /** A class of the file; false where another one has its name. */
  addClass(type: string, body: string): boolean {
    if (this.program.text.replaceAll('\r\n', '\n').includes(body)) return true;
    if (this.program.text.includes(`class ${type}`)) return false;
    this.classes.push(body);
    return true;
  }

  edits(): TextEdit[] {
    const { text } = this.program;
    if (this.classes.length === 0) return [];
    const eol = breakOf(text);
    const before = text.endsWith('\n') ? eol : eol + eol;
    const bodies = this.classes.map((body) => `${body.replaceAll('\n', eol)}${eol}`).join(eol);
    return [{ span: { start: text.length, end: text.length }, text: `${before}${bodies}` }];
  }
}
