import { type Command, type Disposable, LanguageStatusSeverity, languages } from 'vscode';
import { State } from 'vscode-languageclient/node';
import { SELECTOR } from './selector';

const LOG = { command: 'principled.showLog', title: 'Show Log' };
const RESTART = { command: 'principled.restartServer', title: 'Restart' };

/** One line in the language status of the editor: there for who looks, silent otherwise. */
export class LinterStatus implements Disposable {
  private readonly item = languages.createLanguageStatusItem('principled', SELECTOR);

  constructor() {
    this.item.name = 'OCI GenAI Auth';
    this.item.text = 'OCI GenAI Auth';
    this.show(State.Starting);
  }

  show(state: State): void {
    this.item.busy = state === State.Starting;
    if (state === State.Starting) this.say('Starting', LanguageStatusSeverity.Information, LOG);
    else if (state === State.Running) this.say('Watching this file', LanguageStatusSeverity.Information, LOG);
    else if (state === State.Stopped) this.say('Stopped', LanguageStatusSeverity.Warning, RESTART);
    else this.failed();
  }

  failed(): void {
    this.item.busy = false;
    this.say('Could not start', LanguageStatusSeverity.Error, RESTART);
  }

  private say(detail: string, severity: LanguageStatusSeverity, command: Command): void {
    this.item.detail = detail;
    this.item.severity = severity;
    this.item.command = command;
  }

  dispose(): void {
    this.item.dispose();
  }
}
