import { MarkdownString, ThemeColor } from 'vscode';

/** Colours of the theme, by what they say. */
export const RED = new ThemeColor('list.errorForeground');
export const YELLOW = new ThemeColor('list.warningForeground');
export const GREEN = new ThemeColor('charts.green');
export const DIM = new ThemeColor('disabledForeground');

export const markdown = (text: string): MarkdownString => new MarkdownString(text, true);
