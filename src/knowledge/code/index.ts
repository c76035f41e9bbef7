import { acceptance } from '../acceptance';
import type { Method } from '../method';
import type { Plane } from '../plane';
import { type CodeLanguage, DEFAULT_PLACES, type Places, type Target, type Writer } from './contract';
import { csharp } from './csharp';
import { go } from './go';
import { java } from './java';
import { python } from './python';
import { shell } from './shell';
import { typescript } from './typescript';

export { type CodeLanguage, DEFAULT_PLACES, LANGUAGES, type Places, TARGETS, type Target } from './contract';
export { codeForOther, OTHER_CALL_LANGUAGES, type OtherCall } from './other-calls';
export { FRAMEWORKS, type Framework, pythonFramework } from './python-frameworks';

const WRITERS: Readonly<Record<CodeLanguage, Writer>> = { python, typescript, java, go, csharp, shell };

const PLANE_OF: Readonly<Record<Target, Plane>> = {
  inference: 'inference-native',
  agents: 'agent-runtime',
  openai: 'inference-openai',
};

/** A small program that authenticates with a method and calls a target; undefined where OCI or the SDK has no such way. */
export function codeFor(
  language: CodeLanguage,
  method: Method,
  target: Target,
  places: Partial<Places> = {},
): string | undefined {
  if (acceptance(method, PLANE_OF[target]).verdict === 'refused') return undefined;
  return WRITERS[language](method, target, { ...DEFAULT_PLACES, ...places });
}
