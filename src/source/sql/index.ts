import { PLSQL_PACKAGES } from '../../knowledge/sdks/plsql';
import { type DataFormat, dataFrontEnd, type Reading } from '../data/data-program';
import type { Stmt } from '../program';
import { Expressions } from './expressions';
import { Requests } from './requests';
import { Statements } from './statements';
import { tokensOf } from './tokens';

const PACKAGES = new Set(PLSQL_PACKAGES);

/** SQL scripts and PL/SQL: assignments, calls and literals. Queries are passed through for the calls in them. */
const SQL: DataFormat = {
  language: 'sql',
  read(text: string): Reading {
    const { tokens } = tokensOf(text);
    const requests = new Requests();
    const expressions = new Expressions(tokens, PACKAGES, requests.rewrite);
    return { stmts: [imports(), ...new Statements(tokens, expressions, requests).read()] };
  },
  comments: (text) => tokensOf(text).comments,
};

export const sqlFrontEnd = dataFrontEnd(SQL);

/** The packages of the database, which every script may name. */
function imports(): Stmt {
  const span = { start: 0, end: 0 };
  return { k: 'import', span, names: PLSQL_PACKAGES.map((name) => ({ local: name, module: name, span })) };
}
