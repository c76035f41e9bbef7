import type { TreeView } from 'vscode';
import type { SecretVault } from '../key-vault';
import type { Model } from '../model';
import type { Node } from '../node';
import type { EnvironmentOfTerminals } from './use-in-workspace';

/** What every action works on. */
export interface Actions {
  readonly model: Model;
  readonly vault: SecretVault;
  readonly view: TreeView<Node>;
  readonly terminals: EnvironmentOfTerminals;
}

/** An action of a menu or of the palette; from the palette there is no node. */
export type Action = (actions: Actions, node?: Node) => Promise<unknown> | unknown;
