import type { CodeLanguage } from './contract';

/** How a runtime of OCI Functions finds and starts the code (`fn init`, github.com/fnproject/cli langs/). */
export interface FunctionForm {
  /** The file that the manifest names. */
  readonly file: string;
  /** The lines of func.yaml that say so. */
  readonly runtime: string;
  /** A program that calls once and prints, as the handler that the development kit calls. */
  readonly handler: (program: string) => string;
}

/** No kit runs a shell script. */
export const FUNCTION_FORMS: Readonly<Partial<Record<CodeLanguage, FunctionForm>>> = {
  python: {
    file: 'func.py',
    runtime: 'runtime: python\nentrypoint: /python/bin/fdk /function/func.py handler',
    handler: inPython,
  },
  typescript: {
    file: 'func.ts',
    runtime: 'runtime: node\nentrypoint: node --import tsx func.ts',
    handler: inTypeScript,
  },
  java: {
    file: 'src/main/java/com/example/fn/Main.java',
    runtime: 'runtime: java\ncmd: com.example.fn.Main::handleRequest',
    handler: inJava,
  },
  go: { file: 'func.go', runtime: 'runtime: go\nentrypoint: ./func', handler: inGo },
  csharp: { file: 'Program.cs', runtime: 'runtime: dotnet8.0\ncmd: Function:Caller:call', handler: inCSharp },
};

const indented = (text: string, by: string): string => text.replace(/^(?=.)/gm, by);

/** The client is made once for all calls; what is printed becomes the answer. */
function inPython(program: string): string {
  const [imports, ...rest] = program.trimEnd().split('\n\n');
  const lines = rest.join('\n\n').split('\n');
  const opens = lines.findLastIndex((line) => /^(?:client|llm|signer) = /.test(line));
  const closes = lines[opens]?.endsWith('(') ? lines.indexOf(')', opens) : opens;
  const made = lines.slice(0, closes + 1).join('\n');
  const called = lines
    .slice(closes + 1)
    .map((line) => line.replace(/^print\((.*)\)$/, 'return Response(ctx, response_data=str($1))'));
  const body = indented(called.join('\n').trim(), '    ');
  return `import io\n\n${imports}\nfrom fdk.response import Response\n\n${made}\n\n\ndef handler(ctx, data: io.BytesIO = None):\n${body}\n`;
}

function inTypeScript(program: string): string {
  const [imports = '', ...rest] = program.trimEnd().split('\n\n');
  const body = rest
    .join('\n\n')
    .replace('async function main(): Promise<void>', 'async function handler(): Promise<unknown>')
    .replace(/^ {2}console\.log\((.*)\);$/m, '  return $1;')
    .replace(/\nmain\(\);$/, '\nfdk.handle(handler);');
  return `import fdk from '@fnproject/fdk';\n${imports}\n\n${body}\n`;
}

function inJava(program: string): string {
  const body = program
    .replace('public static void main(String[] args)', 'public String handleRequest(String input)')
    .replace(/^( {8,12})System\.out\.println\((.*)\);$/m, '$1return String.valueOf($2);');
  return `package com.example.fn;\n\n${body}`;
}

/** What fails ends the call, not the function. */
function inGo(program: string): string {
  const [head = '', listed = '', rest = ''] = program.split(/import \(\n|\n\n(?=\t"github)/);
  const body = rest
    .replace('func main() {', 'func call(ctx context.Context, out io.Writer) error {')
    .replaceAll('log.Fatal(err)', 'return err')
    .replace(/^(\t{1,3})log\.Fatal\((.*)\)$/gm, '$1return errors.New(fmt.Sprint($2))')
    .replaceAll('context.Background()', 'ctx')
    .replace(/^\tlog\.Println\((.*)\)$/m, '\tfmt.Fprintln(out, $1)\n\treturn nil');
  const added = ['\t"context"', '\t"fmt"', '\t"io"', ...(body.includes('errors.New') ? ['\t"errors"'] : [])];
  const imports = [...new Set([...listed.split('\n'), ...added])].sort().join('\n');
  return `${head}import (\n${imports}\n\n\tfdk "github.com/fnproject/fdk-go"\n${body}${GO_HANDLER}`;
}

const GO_HANDLER = `
func main() {
	fdk.Handle(fdk.HandlerFunc(handler))
}

func handler(ctx context.Context, in io.Reader, out io.Writer) {
	if err := call(ctx, out); err != nil {
		log.Println(err)
		fdk.WriteStatus(out, 500)
	}
}
`;

function inCSharp(program: string): string {
  const [usings, ...rest] = program.trimEnd().split('\n\n');
  const body = rest.join('\n\n').split('\n').map(answered).join('\n');
  const calls = indented(body, '            ');
  return `using Fnproject.Fn.Fdk;
${usings}

namespace Function
{
    public class Caller
    {
        public string call(string input) => Answer().GetAwaiter().GetResult();

        private static async System.Threading.Tasks.Task<string> Answer()
        {
            var answer = new System.Text.StringBuilder();
${calls}
            return answer.ToString();
        }

        static void Main(string[] args) => Fdk.Handle(args[0]);
    }
}
`;
}

const PRINTS = 'Console.WriteLine(';

/** A line that prints adds to the answer instead. */
function answered(line: string): string {
  const at = line.indexOf(PRINTS);
  if (at < 0 || !line.endsWith(');')) return line;
  return `${line.slice(0, at)}answer.AppendLine($"{${line.slice(at + PRINTS.length, -2)}}");`;
}
