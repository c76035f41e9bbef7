import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Reach } from '../../credentials/reach';
import type { LiveResult } from '../../live/main';
import { capitalised, plain } from './escape';
import { DIM, GREEN, markdown, RED, YELLOW } from './look';
import type { Model } from './model';
import type { AdviceNode, PlaneNode, SignInNode } from './node';
import { advises, resultTooltip, saidBy, signInOf } from './tested';
import { healthOf, planeLabel } from './words';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** The answer to the credential as such, before that of any plane. */
export function signInItem({ parent }: SignInNode, model: Model): TreeItem {
  const report = model.report(parent.id);
  const result = signInOf(report);
  const item = new TreeItem('Sign-in', None);
  if (report && result) showResult(item, result, resultTooltip(result, report), advises(result, report));
  // What keeps everything from working is read at once.
  if (item.collapsibleState === Collapsed) item.collapsibleState = Expanded;
  item.contextValue = 'sign-in';
  return item;
}

export function planeItem({ parent, reach }: PlaneNode, model: Model): TreeItem {
  const item = new TreeItem(planeLabel(reach.plane), None);
  const report = model.report(parent.id);
  const said = saidBy(reach.plane, report);
  if (!report || !said) showReach(item, reach, { broken: healthOf(parent.credential) === 'error' });
  else if ('untested' in said) showReach(item, reach, { untested: said.untested });
  else showResult(item, said, resultTooltip(said, report), advises(said, report));
  item.accessibilityInformation = { label: `${planeLabel(reach.plane)}: ${item.description}` };
  item.contextValue = 'plane';
  return item;
}

function showResult(item: TreeItem, result: LiveResult, tooltip: string, advises: boolean): void {
  item.description = result.words;
  item.iconPath = resultIcon(result);
  item.tooltip = markdown(tooltip);
  item.accessibilityInformation = { label: `${item.label}: ${result.words}` };
  if (advises) item.collapsibleState = Collapsed;
}

interface Circumstances {
  /** Why OCI was not asked. */
  readonly untested?: string;
  /** Nothing accepts the credential as it is. */
  readonly broken?: boolean;
}

function showReach(
  item: TreeItem,
  { verdict, reason, certain }: Reach,
  { untested, broken = false }: Circumstances,
): void {
  const once = broken && verdict !== 'refused';
  const expected = `${verdict}${once ? ' once repaired' : ''}${certain ? '' : ', as far as is known'}`;
  const asked = untested !== undefined && verdict !== 'refused';
  item.description = asked ? `${expected} · not tested` : expected;
  item.iconPath = once ? new ThemeIcon('circle-large-outline', DIM) : VERDICT_ICONS[verdict];
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

export function adviceItem({ label, detail, isAnswer }: AdviceNode): TreeItem {
  const item = new TreeItem(label, None);
  item.description = detail;
  item.iconPath = new ThemeIcon(isAnswer ? 'info' : 'arrow-small-right', DIM);
  item.tooltip = markdown(`${plain(label)}\n\n${plain(capitalised(detail))}`);
  item.accessibilityInformation = { label: `${label} ${detail}` };
  item.contextValue = 'advice';
  return item;
}
