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
  {
    file: 'A.java',
    text: `package a.b;

import a.b.*;
import static c.D.make;

/** Kept. */
@Component
public class A<T> extends Base implements I {
  private final Provider provider = make("x");
  static { Registry.add(new A("s")); }
  private int count;

  record Pair(Provider left, int right) {
    Pair { left = wrap(left); }
    int sum() { return right + 1; }
  }

  enum Kind { ONE("1"), TWO("2"); private final String text; Kind(String text) { this.text = text; } }

  A(String name) { super(name); provider = other(name); }

  A() { this("n"); }

  @Bean
  public Provider provider(@Value("v") String v) {
    if (v == null) { return provider; } else { count = 1; }
    for (var one : list()) { use(one, () -> { return provider; }); }
    return switch (v) { case "a" -> make(v); default -> new Provider() { @Override public Key get() { return key; } }; };
  }

  static class Inner {
    private String host = "h";
    class Deep { void run() { use(host); } }
    String url() { return "https://" + host + "/x"; }
  }
}

interface Face { String NAME = "n"; default void go() { use(NAME); } }
`,
    pieces: [
      'x',
      ' ',
      '\n',
      '(',
      ')',
      '"',
      '{',
      '}',
      '// c\n',
      'int z = 1;\n',
      'void g() { use(provider); }\n',
      ' = ',
      ';',
      '.b',
      ', ',
    ],
  },
  {
    file: 'A.cs',
    text: `using System;
using K = A.B.Keys;

namespace A.B
{
    /// <summary>Kept.</summary>
    public partial class Service(Options options) : Base(options), IService
    {
        private readonly Client _client = new("x");
        private Key _key;
        public string Name { get; init; } = "n";
        public Client Made => _client ?? new();
        public Key Key { get { return _key; } set { _key = value; } }

        static Service() { Registry.Add(typeof(Service)); }

        public Service(string name) : this(new Options { Name = name }) { _key = new(name); }

        public async Task<string> Ask(string text, int count = 1)
        {
            using var other = new Client(options.Key);
            if (text is null) return "";
            foreach (var one in List()) { Use(one, x => x.Key); }
            try { _key ??= new(text); } catch (E) { throw; } finally { Use(_key); }
            return await other.Call($"{Name}-{text}", count: count);
        }

        public void Ask(int other) => _key = new(other);

        private class Inner
        {
            private Key _own = new();
            public void Run() { _own = new("i"); Use(_own); }
            enum Kind { One, Two = 5 }
        }

#if DEBUG
        public void Debug() { Use(_client); }
#endif
    }

    public record Pair(Key Left, int Right);
}
`,
    pieces: [
      'x',
      ' ',
      '\n',
      '(',
      ')',
      '"',
      '{',
      '}',
      '// c\n',
      'int z = 1;\n',
      'void G() { Use(_key); }\n',
      ' = ',
      ';',
      '.b',
      '?',
    ],
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
    assert.deepEqual(places(updated.module.block()), places(fresh.module.block()), text);
  }
  fresh.dispose();
  return sound;
}

const spans = (program: Program): string[] => program.strings().map(({ span }) => `${span.start}-${span.end}`);

/** The spans of everything that was lowered, bodies included. */
function places(within: unknown, seen = new Set<unknown>(), found: string[] = []): string[] {
  if (typeof within !== 'object' || within === null || seen.has(within)) return found;
  seen.add(within);
  if (within instanceof Map) {
    for (const one of within.values()) places(one, seen, found);
    return found;
  }
  const { k, span, body } = within as { k?: string; span?: { start: number; end: number }; body?: unknown };
  if (span) found.push(`${k ?? ''} ${span.start}-${span.end}`);
  if (typeof body === 'function') places(body(), seen, found);
  for (const [key, value] of Object.entries(within)) {
    if (key !== 'scope' && key !== 'parent' && key !== 'owner' && key !== 'touches') places(value, seen, found);
  }
  return found;
}

/** Whole lines go between lines, everything else anywhere. */
function edit(text: string, pieces: readonly string[], next: (below: number) => number): Change {
  const piece = pieces[next(pieces.length)] as string;
  const at = next(text.length + 1);
  if (piece.length > 1 && piece.endsWith('\n'))
    return { start: text.lastIndexOf('\n', at) + 1, length: 0, text: piece };
  const length = next(3) === 0 ? Math.min(next(20), text.length - at) : 0;
  return { start: at, length, text: length > 0 && next(2) === 0 ? '' : piece };
}
