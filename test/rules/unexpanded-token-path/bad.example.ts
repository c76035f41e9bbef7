import { readFileSync } from 'node:fs';

export const token = readFileSync('~/.oci/sessions/DEFAULT/token', 'utf8'); // <- unexpanded-token-path
