import { commands, type Disposable, EventEmitter, type TreeItem, window } from 'vscode';
import type { Explorer, Node } from './explorer/main';
import type { Session } from './session';

const VIEW = 'principled.credentials';

/** Actions of the view, by the name after `principled.`; their code comes with the explorer. */
const COMMANDS = [
  'refreshCredentials',
  'testConnection',
  'testInCompartment',
  'stopTest',
  'askMachine',
  'listGenAiKeys',
  'addProfile',
  'addGenAiKey',
  'rotateGenAiKey',
  'deleteGenAiKey',
  'refreshSession',
  'copyProfileName',
  'copyOcid',
  'copyExport',
  'openInConfig',
  'revealUsages',
  'useInWorkspace',
  'deleteProfile',
  'repairProblem',
] as const;

/** The view's frame. What fills it is loaded when somebody looks. */
export function credentialsView(session: Session): Disposable[] {
  const changed = new EventEmitter<Node | undefined>();
  const view = window.createTreeView<Node>(VIEW, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node): Promise<Node[]> => {
        const children = await (await explorer()).tree.getChildren(node);
        // The welcome to an empty tree waits until it is known to be empty.
        if (!node) void commands.executeCommand('setContext', 'principled.credentialsRead', true);
        return children;
      },
      getTreeItem: async (node): Promise<TreeItem> => (await explorer()).tree.getTreeItem(node),
      getParent: async (node): Promise<Node | undefined> => (await explorer()).tree.getParent(node),
    },
  });
  let loaded: Promise<Explorer> | undefined;
  const explorer = (): Promise<Explorer> => {
    loaded ??= import('./explorer/main').then(({ Explorer: Made }) => {
      const made = new Made(session, view);
      session.context.subscriptions.push(made.tree.onDidChangeTreeData((node) => changed.fire(node)));
      return made;
    });
    return loaded;
  };
  return [
    changed,
    view,
    ...COMMANDS.map((name) =>
      commands.registerCommand(`principled.${name}`, async (node?: Node) => (await explorer()).run(name, node)),
    ),
    commands.registerCommand('principled.openSpot', async (uri: string, line: number) =>
      (await import('./explorer/main')).openSpot(uri, line),
    ),
  ];
}
