import { QuickInputButtons, type QuickPickItem, window } from 'vscode';

export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

export interface Question<T> {
  readonly title: string;
  readonly step: number;
  readonly total: number;
  readonly placeholder: string;
  /** Shown as busy until they are known. */
  readonly choices: Promise<Choices<T>> | Choices<T>;
}

export interface Choices<T> {
  readonly items: readonly Choice<T>[];
  /** The one under the cursor. */
  readonly active?: T;
}

export type Answer<T> = { readonly value: T } | 'back' | undefined;

/** One step of several; Escape ends all of them. */
export function ask<T>({ title, step, total, placeholder, choices }: Question<T>): Promise<Answer<T>> {
  const pick = window.createQuickPick<Choice<T>>();
  pick.title = title;
  pick.step = step;
  pick.totalSteps = total;
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.ignoreFocusOut = true;
  pick.buttons = step > 1 ? [QuickInputButtons.Back] : [];
  const fill = ({ items, active }: Choices<T>): void => {
    pick.busy = false;
    pick.items = items;
    const first = items.find(({ value }) => value === active);
    if (first) pick.activeItems = [first];
  };
  return new Promise((resolve) => {
    let answer: Answer<T>;
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      if (!chosen) return;
      answer = { value: chosen.value };
      pick.hide();
    });
    pick.onDidTriggerButton(() => {
      answer = 'back';
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(answer);
      pick.dispose();
    });
    if (choices instanceof Promise) {
      pick.busy = true;
      void choices.then(fill);
    } else fill(choices);
    pick.show();
  });
}
