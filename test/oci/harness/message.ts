import type { Fault } from '../server/faults';
import type { Seen } from '../server/seen';
import type { World } from '../server/world';

/** A program to run beside the local OCI, inside its network. */
export interface Launch {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly faults: readonly Fault[];
}

export interface Outcome {
  /** Absent when the program had to be stopped. */
  readonly exitCode?: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly seen: readonly Seen[];
}

export type ToZone =
  | { readonly kind: 'start'; readonly world: World }
  | { readonly kind: 'launch'; readonly id: number; readonly launch: Launch };

export type FromZone =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: Outcome };
