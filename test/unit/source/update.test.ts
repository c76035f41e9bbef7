import assert from 'node:assert/strict';
import type { Change, Program } from '../../../src/source/program';
import { frontEnd, print } from './programs';

/** A small generator with a fixed seed: the same edits in every run. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Sample {
  readonly file: string;
  readonly text: string;
  /** What is typed and pasted. */
  readonly pieces: readonly string[];
}

const SAMPLES: readonly Sample[] = [
  {
    file: 'a.py',
    text: `import oci
from m import (a as b)

config = oci.config.from_file()
class K(Base):
    x = 1
    def __init__(self, c=config):
        self.c = c
    def run(self):
        return oci.X(self.c, k=f"a{self.x}b")

if config:
    y = K().run()
else:
    y = None
def f(*a, **k):
    try:
        return a
    except E:
        y = k
f(y, 'p' "q")
`,
    pieces: [
      'x',
      ' ',
      '\n',
      '(',
      ')',
      '"',
      "'",
      '# c\n',
      'z = 1\n',
      'def g():\n    return 2\n',
      '= ',
      ':',
      '.b',
      '    ',
    ],
  },
  {
    file: 'a.go',
    text: `package main

import (
	"fmt"
	c "x/common"
)

var shared = make2()

type Service struct {
	*Base
	provider c.Provider
}

func (s *Service) Run(a, b string) (out *T, err error) {
	if p, err := c.New(s.provider); err != nil {
		return nil, err
	} else {
		out = p
	}
	return
}

const host = "a" + \`b\`

func make2() *Service {
	once.Do(func() { shared, err = &Service{provider: c.P(fmt.Sprintf("%s", host))}, nil })
	switch host {
	case "x":
		return shared
	default:
		panic(host)
	}
}
`,
    pieces: [
      'x',
      ' ',
      '\n',
      '(',
      ')',
      '"',
      '`',
      '// c\n',
      'var z = 1\n',
      'func g() {}\n',
      ' := ',
      '{',
      '}',
      '.b',
      ', ',
    ],
  },
  {
    file: 'a.ts',
    text: `import { A, B as C } from 'm';
export * from './n';

const provider = new A({ key: 'x', ...rest });
function make(p = provider) {
  if (p) { return new C(p); }
  return p ?? make();
}

export class K extends A {
  field = make();
  constructor(private readonly q: C) { super(q); this.r = q; }
  run = async () => await this.q.call(\`a\${provider}\`);
}

switch (make()) { case 1: use(1); break; default: use(2); }
try { use(provider); } catch (e) { use(e); }
export default K;
`,
    pieces: [
      'x',
      ' ',
      '\n',
      '(',
      ')',
      '{',
      '}',
      "'",
      '`',
      'const a = 1;\n',
      'function g() { return 2 }\n',
      '= ',
      ';',
      '// c\n',
      'await ',
      '.b',
    ],
  },
  {
    file: 'a.sh',
    text: `#!/bin/sh
. ./env.sh
export A=b
f() { local x=1; B=$(oci "$x"); }
if [ -n "$A" ]; then f && oci --auth "$B" y; else exit 1; fi
cat <<EOF > out
$A
EOF
oci --auth=api_key z
`,
    pieces: ['x', ' ', '\n', '"', "'", '$', '(', ')', '}', 'oci w\n', 'C=d\n', '&& ', '; ', 'EOF\n', '# c\n'],
  },
  {
    file: 'a.ps1',
    text: `$a = 'b'
function F { param($x) return Get-A -B $x }
if ($a) { F $a } else { oci x --auth api_key }
$h = @{ k = "v$a" }
`,
    pieces: ['x', ' ', '\n', '"', "'", '$', '(', ')', '{', '}', 'Get-C -D e\n', '$c = 1\n', '# c\n'],
  },
];

describe('a program after an edit', function () {
  this.timeout(60_000);
  for (const { file, text: first, pieces } of SAMPLES) {
    it(`${file}: equals a fresh parse, edit by edit`, async () => {
      const front = await frontEnd(file);
      let compared = 0;
      for (let seed = 1; seed <= 10; seed += 1) {
        const next = random(seed);
        let text = first;
        let program = front.parse(text);
        let undo: Change | undefined;
        for (let step = 0; step < 25; step += 1) {
          // Bodies that were lowered before an edit must shift with it too.
          if (seed % 2 === 0) print(program);
          const change = undo ?? edit(text, pieces, next);
          const removed = text.slice(change.start, change.start + change.length);
          text = text.slice(0, change.start) + change.text + text.slice(change.start + change.length);
          program = front.update(program, text, change);
          const sound = agree(program, front.parse(text), text);
          if (sound) compared += 1;
          // What broke the text is taken back, so that most states are sound.
          undo = sound || undo ? undefined : { start: change.start, length: change.text.length, text: removed };
        }
        program.dispose();
      }
      assert.ok(compared > 30, `${compared} sound texts were compared`);
    });
  }
});

/** Whether the text was sound; if so both programs must say the same. How the parser recovers depends on its past. */
function agree(updated: Program, fresh: Program, text: string): boolean {
  const sound = !updated.broken && !fresh.broken;
  const printed = print(updated);
  if (sound) {
    assert.equal(printed, print(fresh), text);
    assert.deepEqual(spans(updated), spans(fresh), text);
  }
  fresh.dispose();
  return sound;
}

const spans = (program: Program): string[] => program.strings().map(({ span }) => `${span.start}-${span.end}`);

/** Whole lines go between lines, everything else anywhere. */
function edit(text: string, pieces: readonly string[], next: (below: number) => number): Change {
  const piece = pieces[next(pieces.length)] as string;
  const at = next(text.length + 1);
  if (piece.length > 1 && piece.endsWith('\n'))
    return { start: text.lastIndexOf('\n', at) + 1, length: 0, text: piece };
  const length = next(3) === 0 ? Math.min(next(20), text.length - at) : 0;
  return { start: at, length, text: length > 0 && next(2) === 0 ? '' : piece };
}
