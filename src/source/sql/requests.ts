import { recordNode } from '../data/nodes';
import type { Arg, CallExpr, Expr, NameExpr, Span, Stmt, Target } from '../program';

/** The headers of the next requests of APEX_WEB_SERVICE, which the whole session shares. */
const GLOBAL_HEADERS = 'g_request_headers';

/** Arguments that only a credential with an IAM key has; others have a user name and a token. */
const IDENTITY = /^(?:user_ocid|private_key|fingerprint)$/;

const nameNode = (name: string, span: Span): NameExpr => ({ k: 'name', name, span });
const bind = (target: Target, value: Expr): Stmt => ({ k: 'bind', span: value.span, target, value });

/**
 * What Oracle's packages for requests do by procedures and package variables, said with values: headers become entries
 * of a record, a credential that a script creates under a name becomes a variable.
 * Source: Oracle Database PL/SQL Packages and Types Reference, UTL_HTTP; Oracle APEX API Reference, APEX_WEB_SERVICE;
 * Using Oracle Autonomous Database, DBMS_CLOUD.
 */
export class Requests {
  private readonly credentials = new Set<string>();
  private hasHeaders = false;
  /** The name of the header whose value comes next. */
  private headerName: Expr | undefined;

  /** Calls that use what was set elsewhere say so by arguments of their own. */
  readonly rewrite = (call: CallExpr): Expr => {
    const path = pathOf(call.callee);
    if (path?.startsWith('apex_web_service.make_rest_request') && this.hasHeaders)
      return withArg(call, 'headers', nameNode(GLOBAL_HEADERS, call.callee.span));
    if (path === 'utl_http.get_response')
      return { ...call, args: call.args.map(({ value, span }) => ({ value, span })) };
    if (path !== 'dbms_cloud.send_request') return call;
    const given = argOf(call, 'credential_name', 0);
    const name = given?.k === 'string' ? credentialName(given) : undefined;
    return given && name !== undefined && this.credentials.has(name)
      ? withArg(call, 'credential', nameNode(name, given.span))
      : call;
  };

  /** What a call that stands alone sets; undefined when it sets nothing. */
  statement(value: Expr): readonly Stmt[] | undefined {
    if (value.k !== 'call' && value.k !== 'member') return undefined;
    const path = pathOf(value.k === 'call' ? value.callee : value);
    if (path === `apex_web_service.${GLOBAL_HEADERS}.delete`) return [this.headers(recordOf([], value.span))];
    if (value.k === 'member') return undefined;
    switch (path) {
      case 'utl_http.set_header':
        return this.setHeader(value);
      case 'apex_web_service.set_request_headers':
        return [this.headers(numbered(value))];
      case 'dbms_cloud.create_credential':
        return this.created(value);
      default:
        return undefined;
    }
  }

  /** `apex_web_service.g_request_headers(1).name := 'Authorization'`, then `.value := …`. */
  header(target: Expr, value: Expr): readonly Stmt[] | undefined {
    if (target.k !== 'member' || target.object.k !== 'call') return undefined;
    if (pathOf(target.object.callee) !== `apex_web_service.${GLOBAL_HEADERS}`) return undefined;
    if (target.name === 'name') {
      this.headerName = value;
      return [];
    }
    if (target.name !== 'value' || !this.headerName) return [];
    const { span } = target;
    const key = this.headerName;
    const first = this.hasHeaders ? [] : [this.headers(recordOf([], span))];
    return [...first, bind({ k: 'index', object: nameNode(GLOBAL_HEADERS, span), key, span }, value)];
  }

  private headers(value: Expr): Stmt {
    this.hasHeaders = true;
    return bind(nameNode(GLOBAL_HEADERS, value.span), value);
  }

  private setHeader(call: CallExpr): readonly Stmt[] | undefined {
    const request = argOf(call, 'r', 0);
    const key = argOf(call, 'name', 1);
    const value = argOf(call, 'value', 2);
    if (request?.k !== 'name' || !key || !value) return undefined;
    const { span } = call;
    return [bind({ k: 'index', object: { k: 'member', object: request, name: 'headers', span }, key, span }, value)];
  }

  private created(call: CallExpr): readonly Stmt[] | undefined {
    const given = argOf(call, 'credential_name', 0);
    if (given?.k !== 'string' || !call.args.some((arg) => IDENTITY.test(arg.name ?? ''))) return undefined;
    const name = credentialName(given);
    this.credentials.add(name);
    return [bind(nameNode(name, call.span), call)];
  }
}

/** No variable of a script has a blank in its name. */
const credentialName = (given: Expr): string =>
  `credential ${given.k === 'string' ? given.parts.join('').toLowerCase() : ''}`;

function pathOf(expr: Expr): string | undefined {
  if (expr.k === 'name') return expr.name;
  if (expr.k !== 'member') return undefined;
  const object = pathOf(expr.object);
  return object === undefined ? undefined : `${object}.${expr.name}`;
}

const argOf = ({ args }: CallExpr, name: string, at: number): Expr | undefined =>
  (args.find((arg) => arg.name === name) ?? (args[at]?.name === undefined ? args[at] : undefined))?.value;

const withArg = (call: CallExpr, name: string, value: Expr): CallExpr => ({
  ...call,
  args: [...call.args, { name, value, span: value.span }],
});

const recordOf = (entries: Parameters<typeof recordNode>[0], { start, end }: Span): Expr =>
  recordNode(entries, start, end);

/** `p_name_01 => 'Authorization', p_value_01 => …` by number; unnamed arguments come in pairs. */
function numbered(call: CallExpr): Expr {
  const entries = call.args.flatMap((arg, at) => {
    const value = isName(arg, at) ? valueFor(call.args, arg, at) : undefined;
    if (arg.value.k !== 'string' || !value) return [];
    return [{ key: arg.value.parts.join(''), keySpan: arg.value.span, value, span: arg.span }];
  });
  return recordOf(entries, call.span);
}

const isName = ({ name }: Arg, at: number): boolean => (name ? name.startsWith('p_name_') : at % 2 === 0);

const valueFor = (args: readonly Arg[], { name }: Arg, at: number): Expr | undefined =>
  (name ? args.find((one) => one.name === name.replace('name', 'value')) : args[at + 1])?.value;
