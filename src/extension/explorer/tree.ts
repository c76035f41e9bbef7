import type { Event, TreeDataProvider, TreeItem } from 'vscode';
import { itemOf } from './items';
import type { Model } from './model';
import type { Node } from './node';

/** The view's data: nothing is read before the view is first seen. */
export class CredentialTree implements TreeDataProvider<Node> {
  readonly onDidChangeTreeData: Event<Node | undefined>;
  private ready: Promise<void> | undefined;

  constructor(private readonly model: Model) {
    this.onDidChangeTreeData = model.onDidChange;
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node) return [...this.model.children(node)];
    this.ready ??= this.model.show();
    try {
      await this.ready;
    } catch (error) {
      // Whoever looks again shall have another reading.
      this.ready = undefined;
      return [unread(error)];
    }
    return [...this.model.origins];
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node, this.model);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'origin' ? undefined : node.parent;
  }
}

/** An editor whose view rejects shows an empty one, as if there were no credentials. */
function unread(error: unknown): Node {
  const reason = error instanceof Error ? error.message : String(error);
  const message = `the credentials could not be read: ${reason}`;
  const children: Node[] = [];
  const parent = { kind: 'origin', id: 'origin:unread', label: 'Nothing could be read', children } as const;
  const problem = { code: 'not-checked', severity: 'error', message } as const;
  children.push({ kind: 'problem', id: `${parent.id}:problem`, parent, problem });
  return parent;
}
