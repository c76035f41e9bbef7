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
    this.ready ??= this.model.show().catch((error: unknown) => {
      // Whoever looks again shall have another reading.
      this.ready = undefined;
      throw error;
    });
    await this.ready;
    return [...this.model.origins];
  }

  getTreeItem(node: Node): TreeItem {
    return itemOf(node, this.model);
  }

  getParent(node: Node): Node | undefined {
    return node.kind === 'origin' ? undefined : node.parent;
  }
}
