import type { TreeView } from 'vscode';
import type { Session } from '../session';
import { ACTIONS } from './actions';
import type { Action, Actions } from './actions/context';
import { openSpot } from './actions/open';
import { SecretVault } from './key-vault';
import { Model } from './model';
import type { Node } from './node';
import { CredentialTree } from './tree';

export type { Node };
export { openSpot };

/** The credential explorer: made when its view is first seen or one of its commands is called. */
export class Explorer {
  readonly model: Model;
  readonly tree: CredentialTree;
  private readonly actions: Actions;

  constructor({ context, survey }: Pick<Session, 'context' | 'survey'>, view: TreeView<Node>) {
    const vault = new SecretVault(context);
    this.model = new Model({ vault, survey });
    this.tree = new CredentialTree(this.model);
    this.actions = { model: this.model, vault, view, terminals: context.environmentVariableCollection };
    const badge = (): void => {
      const count = this.model.unhealthy;
      const tooltip = `${count} credential${count === 1 ? ' needs' : 's need'} a look`;
      view.badge = count === 0 ? undefined : { value: count, tooltip };
    };
    this.model.setVisible(view.visible);
    context.subscriptions.push(
      this.model,
      this.model.onDidChange(badge),
      view.onDidChangeVisibility(({ visible }) => this.model.setVisible(visible)),
    );
  }

  async run(name: string, node?: Node): Promise<unknown> {
    const action = (ACTIONS as Readonly<Record<string, Action>>)[name];
    return action?.(this.actions, node);
  }
}
