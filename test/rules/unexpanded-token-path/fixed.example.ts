import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';

export const token = readFileSync(`${homedir()}/.oci/sessions/DEFAULT/token`, 'utf8');
