import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Reach } from '../../credentials/reach';
import type { LiveResult } from '../../live/main';
import { capitalised, plain } from './escape';
import { DIM, GREEN, markdown, RED, YELLOW } from './look';
import type { Model } from './model';
import type { AdviceNode, PlaneNode, SignInNode } from './node';
import { resultTooltip, saidBy, signInOf } from './tested';
import { planeLabel } from './words';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** The answer to the credential as such, before that of any plane. */
export function signInItem({ parent }: SignInNode, model: Model): TreeItem {
  const report = model.report(parent.id);
  const result = signInOf(report);
  const item = new TreeItem('Sign-in', None);
  if (report && result) showResult(item, result, resultTooltip(result, report));
  if (result?.tone === 'bad') item.collapsibleState = Expanded;
  item.contextValue = 'sign-in';
  return item;
}

export function planeItem({ parent, reach }: PlaneNode, model: Model): TreeItem {
  const item = new TreeItem(planeLabel(reach.plane), None);
  const report = model.report(parent.id);
  const said = saidBy(reach.plane, report);
  if (!report || !said) showReach(item, reach);
  else if ('untested' in said) showReach(item, reach, said.untested);
  else showResult(item, said, resultTooltip(said, report));
  item.accessibilityInformation = { label: `${planeLabel(reach.plane)}: ${item.description}` };
  item.contextValue = 'plane';
  return item;
}

function showResult(item: TreeItem, result: LiveResult, tooltip: string): void {
  item.description = result.words;
  item.iconPath = resultIcon(result);
  item.tooltip = markdown(tooltip);
  item.accessibilityInformation = { label: `${item.label}: ${result.words}` };
  if (result.tone !== 'good' && result.tone !== 'info') item.collapsibleState = Collapsed;
}

function showReach(item: TreeItem, { verdict, reason, certain }: Reach, untested?: string): void {
  const expected = certain ? verdict : `${verdict}, as far as is known`;
  const asked = untested !== undefined && verdict !== 'refused';
  item.description = asked ? `${expected} · not tested` : expected;
  item.iconPath = VERDICT_ICONS[verdict];
  const why = asked ? `\n\n${plain(`Not tested: ${untested}`)}` : '';
  item.tooltip = markdown(`${plain(capitalised(reason))}${why}`);
}

const VERDICT_ICONS: Readonly<Record<Reach['verdict'], ThemeIcon>> = {
  works: new ThemeIcon('pass', GREEN),
  discouraged: new ThemeIcon('pass', YELLOW),
  refused: new ThemeIcon('circle-slash', DIM),
};

function resultIcon({ tone }: LiveResult): ThemeIcon {
  if (tone === 'good') return new ThemeIcon('pass-filled', GREEN);
  if (tone === 'bad') return new ThemeIcon('error', RED);
  return tone === 'warning' ? new ThemeIcon('warning', YELLOW) : new ThemeIcon('info');
}

export function adviceItem({ label, detail }: AdviceNode): TreeItem {
  const item = new TreeItem(label, None);
  item.description = detail;
  item.tooltip = markdown(`${plain(label)}\n\n${plain(capitalised(detail))}`);
  item.accessibilityInformation = { label: `${label} ${detail}` };
  item.contextValue = 'advice';
  return item;
}
