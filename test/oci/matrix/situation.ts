import type { Method } from '../../../src/knowledge/method';
import type { Credential, Workload } from '../harness/workload';
import type { ProgramLanguage as Language } from '../toolchains/toolchain';

/** Where a method is at home, and what lies there. */
export interface Situation {
  readonly workload: Workload;
  readonly credentials: readonly Credential[];
}

export const SITUATIONS: Readonly<Record<Method, Situation>> = {
  'iam-api-key': { workload: 'laptop', credentials: ['iam-api-key'] },
  'session-token': { workload: 'laptop', credentials: ['iam-api-key', 'session-token'] },
  'instance-principal': { workload: 'compute', credentials: [] },
  'resource-principal': { workload: 'functions', credentials: [] },
  'oke-workload-identity': { workload: 'oke', credentials: [] },
  'delegation-token': { workload: 'compute', credentials: ['iam-api-key', 'delegation-token'] },
  'token-exchange': { workload: 'ci', credentials: ['domain-client'] },
  'genai-api-key': { workload: 'laptop', credentials: ['genai-api-key'] },
  'idcs-oauth': { workload: 'laptop', credentials: ['domain-client'] },
};

export const LANGUAGES: readonly Language[] = ['python', 'typescript', 'java', 'go'];

/** Methods that a language's SDK has no class for. */
const WITHOUT_CLASS: Readonly<Partial<Record<Language, readonly Method[]>>> = {
  typescript: ['token-exchange'],
  java: ['token-exchange'],
};

export const hasMethod = (language: Language, method: Method): boolean => !WITHOUT_CLASS[language]?.includes(method);

export interface MatrixProgram {
  /** Below `programs/`. */
  readonly path: string;
  readonly entry: string;
}

export const PROGRAMS: Readonly<Record<Language, MatrixProgram>> = {
  python: { path: 'python/every_plane.py', entry: 'every_plane.py' },
  typescript: { path: 'typescript/every-plane.ts', entry: 'every-plane.ts' },
  java: { path: 'java/EveryPlane.java', entry: 'EveryPlane.java' },
  go: { path: 'go/main.go', entry: 'main.go' },
};
