import type { ServiceUse } from '../../../flow/uses';
import type { Program } from '../../../source/program';
import type { Fix, TextEdit } from '../../contract';

const VARIABLE = 'OCI_GENAI_API_KEY';

/** A literal that stands where a real GenAI key is meant gives way to the variable that holds one. */
export function keyOfEnvironment(program: Program, use: ServiceUse): readonly Fix[] {
  if (!/^(?:type|java)script$/.test(program.language)) return [];
  const edits: TextEdit[] = [];
  for (const { key } of use.flows) {
    if (key?.k !== 'text' || key.origin.uri !== use.origin.uri) return [];
    const { span } = key.origin;
    const written = program.text.slice(span.start, span.end);
    const before = program.text.slice(Math.max(0, span.start - LOOK_BACK), span.start);
    // A declared type may have no place for a variable that is not set.
    if (!/^(['"`])[^'"`\n]*\1$/.test(written) || !/(?:\b(?:const|let|var) \w+ =|\b\w+['"]?:)\s*$/.test(before))
      return [];
    edits.push({ span, text: `process.env.${VARIABLE}` });
  }
  return [{ title: `Read the GenAI API key from ${VARIABLE}`, safety: 'unsafe', preferred: false, edits }];
}

/** As far as a declaration goes in front of its value. */
const LOOK_BACK = 80;
