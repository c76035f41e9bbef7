import { type DataFormat, dataFrontEnd, type Reading } from './data-program';
import { textNode } from './nodes';

/** A file without structure (PEM, token, policy text): one string. */
const TEXT: DataFormat = {
  language: 'text',
  read: (text: string): Reading => ({ stmts: [], strings: [textNode(text, 0, text.length)] }),
  comments: () => [],
};

export const textFrontEnd = dataFrontEnd(TEXT);

/** Languages and markup that have no front end. */
export const foreignFrontEnd = dataFrontEnd({ ...TEXT, language: 'foreign' });

/** Such a text where a script writes it: what stands in it stands in the script. */
export const writtenFrontEnd = dataFrontEnd({ ...TEXT, language: 'shell' });
