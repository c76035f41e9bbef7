import type { CodeLanguage } from '../../knowledge/code';

/** A piece of configuration that the workload needs beside its code. */
export interface DeploymentPiece {
  readonly title: string;
  /** Where it belongs in the project. */
  readonly file: string;
  readonly text: string;
}

/** The Kubernetes identity that both the manifest and the policy name. */
export interface ServiceAccount {
  readonly namespace: string;
  readonly name: string;
}

export const DEFAULT_SERVICE_ACCOUNT: ServiceAccount = { namespace: 'genai', name: 'genai-caller' };

/** The program that is deployed. */
export interface Deployed {
  readonly region?: string;
  readonly account?: ServiceAccount;
  readonly language?: CodeLanguage;
  /** Its file and text; what it imports is installed where it runs. */
  readonly file?: string;
  readonly program?: string;
}

/** The file of a program that stands alone. */
export const PROGRAM_FILES: Readonly<Record<CodeLanguage, string>> = {
  python: 'genai_client.py',
  typescript: 'genai-client.ts',
  java: 'Main.java',
  go: 'main.go',
  csharp: 'Program.cs',
  shell: 'genai-call.sh',
};
