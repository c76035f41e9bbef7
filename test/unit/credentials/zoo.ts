import type { ProblemCode } from '../../../src/credentials/problem';

/** A configuration file, and what the reader says of its lines. */
export interface Animal {
  readonly name: string;
  readonly text: string;
  /** Profiles in the order of the file. */
  readonly profiles: readonly string[];
  /** Problems as `code:line`, counted from one. */
  readonly problems: readonly `${ProblemCode}:${number}`[];
}

const animal = (
  name: string,
  text: string,
  profiles: readonly string[],
  ...problems: readonly `${ProblemCode}:${number}`[]
): Animal => ({ name, text, profiles, problems });

const USER = 'user=ocid1.user.oc1..aaaa';

export const ZOO: readonly Animal[] = [
  animal('healthy', `[DEFAULT]\n${USER}\nregion=us-chicago-1\n`, ['DEFAULT']),
  animal('empty', '', []),
  animal('blank lines only', '\n\n  \n\t\n', []),
  animal('comments only', '# nothing\n#[A]\n', []),
  animal('two profiles', `[A]\n${USER}\n[B]\n${USER}\n`, ['A', 'B']),
  animal('no line end at the end', `[A]\n${USER}`, ['A']),
  animal('CRLF', `[A]\r\n${USER}\r\n[B]\r\n${USER}\r\n`, ['A', 'B']),
  animal('CR alone', `[A]\r${USER}\r[B]\rregion=us-chicago-1\r`, ['A', 'B'], 'carriage-return-lines:1'),
  animal('CR alone, key first', `${USER}\r[A]\r`, ['A'], 'carriage-return-lines:1', 'no-profile:1'),
  animal('one CR among LF', `[A]\n${USER}\rregion=us-chicago-1\n`, ['A'], 'stray-carriage-return:2'),
  animal('CR, CRLF and LF', `[A]\r\n${USER}\n[B]\n${USER}\rregion=x\r\n`, ['A', 'B'], 'stray-carriage-return:4'),
  animal('byte order mark', `\uFEFF[DEFAULT]\n${USER}\n`, ['DEFAULT'], 'byte-order-mark:1'),
  animal('byte order mark and CRLF', `\uFEFF[DEFAULT]\r\n${USER}\r\n`, ['DEFAULT'], 'byte-order-mark:1'),
  animal('junk line', `[A]\njunk\n${USER}\n[B]\n${USER}\n`, ['A', 'B'], 'bad-line:2'),
  animal('junk before any profile', `junk\n[A]\n${USER}\n`, ['A'], 'bad-line:1'),
  animal('key before any profile', `${USER}\n[A]\nregion=x\n`, ['A'], 'no-profile:1'),
  animal('only a key', USER, [], 'no-profile:1'),
  animal('semicolon comment', `[A]\n; note\n${USER}\n`, ['A'], 'semicolon-comment:2'),
  animal('semicolon before an assignment', `[A]\n;user=x\n${USER}\n`, ['A']),
  animal('colon for equals', '[A]\nregion: us-chicago-1\n', ['A'], 'colon-delimiter:2'),
  animal('colon before equals', '[A]\nadditional:agent=x\n', ['A'], 'colon-before-equals:2'),
  animal('continued value', `[A]\n${USER}\n  more\n`, ['A'], 'continuation-line:3'),
  animal('indented key', `[A]\n${USER}\n  region=us-chicago-1\n`, ['A'], 'indented-key:3'),
  animal('all keys indented alike', `[A]\n  ${USER}\n  region=us-chicago-1\n`, ['A']),
  animal('indented profile', `[A]\n${USER}\n  [B]\n${USER}\n`, ['A', 'B'], 'indented-profile:3'),
  animal('text after a profile', `[A] # main\n${USER}\n`, ['A'], 'text-after-profile:1'),
  animal('spaces in brackets', `[ A ]\n${USER}\n`, ['A'], 'spaces-in-profile:1'),
  animal('space after a bracket', `[A]  \n${USER}\n`, ['A']),
  animal('empty profile', `[]\n${USER}\n[B]\n${USER}\n`, ['B'], 'empty-profile:1'),
  animal('unclosed bracket', `[A\n[B]\n${USER}\n`, ['B'], 'bad-line:1'),
  animal('empty key', `[A]\n=x\n${USER}\n`, ['A'], 'empty-key:2'),
  animal('empty value', '[A]\nregion=\n', ['A']),
  animal('profile twice', `[A]\n${USER}\n[A]\nregion=us-chicago-1\n`, ['A'], 'duplicate-profile:3'),
  animal('DEFAULT twice', `[DEFAULT]\n${USER}\n[DEFAULT]\nregion=x\n`, ['DEFAULT'], 'duplicate-default:3'),
  animal('key twice', `[A]\n${USER}\n${USER}\n`, ['A'], 'duplicate-key:3'),
  animal('key twice in two cases', `[A]\n${USER}\nUser=x\n`, ['A'], 'key-in-wrong-case:3', 'duplicate-key:3'),
  animal('upper-case key', '[A]\nREGION=us-chicago-1\n', ['A'], 'key-in-wrong-case:2'),
  animal('foreign key in upper case', '[A]\nMyOwn=1\n', ['A']),
  animal('comment behind a value', '[A]\nregion=us-chicago-1 # home\n', ['A'], 'inline-comment:2'),
  animal('semicolon behind a value', '[A]\nregion=us-chicago-1 ; home\n', ['A'], 'inline-comment:2'),
  animal('quoted value', '[A]\nregion="us-chicago-1"\n', ['A'], 'quoted-value:2'),
  animal('single quotes', "[A]\nregion='us-chicago-1'\n", ['A'], 'quoted-value:2'),
  animal('hash and quotes in a pass phrase', '[A]\npass_phrase="a #;b"\n', ['A']),
  animal('equals in a value', '[A]\npass_phrase=a=b\n', ['A'], 'value-with-equals:2'),
  animal('no-break space', '[A]\nregion=us\u00a0chicago-1\n', ['A'], 'control-character:2'),
  animal('zero-width space', '[A]\nregion=us-chicago-1\u200b\n', ['A'], 'control-character:2'),
  animal('null byte', '[A]\nregion=us\u0000chicago\n', ['A'], 'control-character:2'),
  animal('key_content', '[A]\nkey_content=x\n', ['A'], 'key-content:2'),
  animal('a profile named like a prototype', `[__proto__]\n${USER}\n[constructor]\n${USER}\n`, [
    '__proto__',
    'constructor',
  ]),
  animal('a key named like a prototype', '[A]\n__proto__=x\nconstructor=y\n', ['A']),
  animal('dotted profile', `[my.dotted profile]\n${USER}\n`, ['my.dotted profile']),
  animal('lower-case default', `[default]\n${USER}\n[A]\nregion=x\n`, ['default', 'A']),
  animal('profile without keys', `[A]\n[B]\n${USER}\n`, ['A', 'B']),
  animal('empty DEFAULT before others', `[DEFAULT]\n[B]\n${USER}\n`, ['B']),
  animal('another language', `[профиль]\n${USER}\n`, ['профиль']),
  animal('binary', '\u0000\u0001\u0002\u007fELF', [], 'bad-line:1'),
  animal('JSON', '{\n"a": 1\n}', [], 'bad-line:1', 'no-profile:2', 'bad-line:3'),
  animal('empty values', '[DEFAULT]\nregion=us-chicago-1\n[A]\nregion=\nuser =\n', ['DEFAULT', 'A']),
  animal('percent signs', '[A]\npass_phrase=a%(b)s%\nregion=us-chicago-1\n', ['A']),
  animal('words without a delimiter', '[A]\nuser\nregion us-chicago-1\n', ['A'], 'bad-line:2', 'bad-line:3'),
  animal('keys indented by tabs', `[A]\n\t${USER}\n\tregion=us-chicago-1\n`, ['A']),
  animal('two pairs of brackets', `[[A]]\n${USER}\n`, ['[A]']),
  animal('a bracket in a comment behind a profile', `[A] # or [B]\n${USER}\n`, ['A] # or [B']),
  animal('assignment behind a profile', '[A]=x\nregion=us-chicago-1\n', ['A'], 'text-after-profile:1'),
  animal('line separator behind a profile', '[A]\u2028region=x\n', ['A'], 'text-after-profile:1'),
  animal('vertical tab behind a profile', '[A]\u000bregion=x\n[B]\n', ['A', 'B'], 'text-after-profile:1'),
  animal('spaces in a key and around it', `[A]\nkey file=x\n user =x\n`, ['A'], 'indented-key:3'),
  animal(
    'a key of many lines',
    '[A]\nkey_content=-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n',
    ['A'],
    'key-content:2',
    'bad-line:3',
    'bad-line:4',
  ),
  animal('a Windows path', '[A]\nkey_file=C:\\Users\\me\\.oci\\key.pem\n', ['A']),
  animal('a variable for a path', '[A]\nkey_file=$HOME/.oci/key.pem\n', ['A']),
  animal('a name of many letters', `[${'N'.repeat(20_000)}]\nregion=x\n`, ['N'.repeat(20_000)]),
  animal('a closing bracket alone', `]\n[A]\n${USER}\n`, ['A'], 'bad-line:1'),
  animal('a value that goes on behind a blank line', `[A]\n${USER}\n\n  more\n`, ['A'], 'continuation-line:4'),
  animal('a comment between', `[A]\n${USER}\n# note\n  # deeper\nregion=x\n`, ['A']),
  animal('an address for a value', '[A]\nadditional_user_agent=https://example.com/a:b\n', ['A']),
  animal('a share and a device for paths', '[A]\nkey_file=//evil/share/key.pem\nsecurity_token_file=/dev/zero\n', [
    'A',
  ]),
  animal('long line', `[A]\nregion=${'x'.repeat(60_000)}\n`, ['A']),
];
