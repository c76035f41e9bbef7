import { ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, workspace } from 'vscode';
import type { Method } from '../../knowledge/method';
import { capitalised } from './escape';
import { GREEN, markdown, RED, YELLOW } from './look';
import type { Model } from './model';
import type { CredentialNode, Node, OriginNode, ProblemNode, SpotNode, UsagesNode } from './node';
import { adviceItem, planeItem, signInItem } from './test-items';
import { healthOf, spoken, summaryOf, tooltipOf } from './words';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

const METHOD_ICONS: Readonly<Record<Method, string>> = {
  'iam-api-key': 'key',
  'session-token': 'watch',
  'instance-principal': 'server',
  'resource-principal': 'shield',
  'oke-workload-identity': 'shield',
  'delegation-token': 'person',
  'token-exchange': 'arrow-swap',
  'genai-api-key': 'sparkle',
  'idcs-oauth': 'globe',
};

/** A node as the editor draws it. */
export function itemOf(node: Node, model: Model, now = Date.now()): TreeItem {
  const item = drawn(node, model, now);
  item.id = node.id;
  return item;
}

function drawn(node: Node, model: Model, now: number): TreeItem {
  switch (node.kind) {
    case 'origin':
      return originItem(node);
    case 'credential':
      return credentialItem(node, model, now);
    case 'problem':
      return problemItem(node);
    case 'sign-in':
      return signInItem(node, model);
    case 'plane':
      return planeItem(node, model);
    case 'advice':
      return adviceItem(node);
    case 'usages':
      return usagesItem(node);
    case 'spot':
      return spotItem(node);
  }
}

function originItem({ label }: OriginNode): TreeItem {
  const item = new TreeItem(capitalised(label), Expanded);
  item.contextValue = 'origin';
  return item;
}

function credentialItem({ credential, spot }: CredentialNode, model: Model, now: number): TreeItem {
  const item = new TreeItem(credential.label, Collapsed);
  const testing = model.tests.isRunning(credential.id);
  const report = model.report(credential.id);
  item.description = testing ? 'asking OCI…' : summaryOf(credential, now, model.cliProfile, report);
  item.iconPath = testing
    ? new ThemeIcon('loading~spin')
    : credentialIcon(credential.method, healthOf(credential, report));
  item.tooltip = markdown(tooltipOf(credential, report, now));
  item.accessibilityInformation = { label: spoken(credential, now, report) };
  if (spot) item.command = openCommand(spot.uri, spot.line);
  item.contextValue = ['credential', credential.source, credential.method, testing ? 'testing' : 'idle', ''].join('.');
  return item;
}

function credentialIcon(method: Method, health: ReturnType<typeof healthOf>): ThemeIcon {
  if (health === 'error') return new ThemeIcon('error', RED);
  if (health === 'warning') return new ThemeIcon('warning', YELLOW);
  return new ThemeIcon(METHOD_ICONS[method], GREEN);
}

const SEVERITY_ICONS = {
  error: new ThemeIcon('error', RED),
  warning: new ThemeIcon('warning', YELLOW),
  info: new ThemeIcon('info'),
} as const;

function problemItem({ problem, file, parent }: ProblemNode): TreeItem {
  const { message, severity, repair, code, span } = problem;
  const item = new TreeItem(capitalised(message), None);
  item.iconPath = SEVERITY_ICONS[severity];
  item.tooltip = `${capitalised(message)} (${code})`;
  item.accessibilityInformation = { label: `${severity}: ${message}` };
  item.contextValue = `problem.${repair?.kind ?? 'none'}`;
  const spot = parent.kind === 'credential' ? parent.spot : undefined;
  if (spot) item.command = openCommand(spot.uri, spot.line);
  else if (file && span) item.command = openCommand(Uri.file(file).toString(), span.line);
  return item;
}

function usagesItem({ spots }: UsagesNode): TreeItem {
  const item = new TreeItem('Used in', Collapsed);
  item.description = `${spots.length} place${spots.length === 1 ? '' : 's'}`;
  item.iconPath = new ThemeIcon('references');
  item.contextValue = 'usages';
  return item;
}

function spotItem({ uri, line, text }: SpotNode): TreeItem {
  const item = new TreeItem(`${workspace.asRelativePath(Uri.parse(uri))}:${line + 1}`, None);
  item.description = text;
  item.iconPath = new ThemeIcon('symbol-reference');
  item.command = openCommand(uri, line);
  item.contextValue = 'spot';
  return item;
}

const openCommand = (uri: string, line: number): NonNullable<TreeItem['command']> => ({
  title: 'Open',
  command: 'principled.openSpot',
  arguments: [uri, line],
});
