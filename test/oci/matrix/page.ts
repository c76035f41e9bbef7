import { fileURLToPath } from 'node:url';

/** The page of the documentation that holds the matrix. */
export const MATRIX_PAGE = fileURLToPath(new URL('../../../docs/matrix.md', import.meta.url));
