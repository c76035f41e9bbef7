import type { ExtensionContext } from 'vscode';
import type { GenAiKeyFacts } from '../../credentials/genai-key';
import type { KeyVault } from '../../machine/sources/genai-keys';

const INDEX = 'principled.genaiKeys';
const secretName = (name: string): string => `principled.genaiKey.${name}`;

/** GenAI API keys in the editor's secret storage; what is no secret about them lies beside it, to be listed. */
export class SecretVault implements KeyVault {
  /** The only copies of secrets that the storage has not taken yet. */
  private readonly waiting = new Map<string, string>();

  constructor(private readonly context: Pick<ExtensionContext, 'globalState' | 'secrets'>) {}

  async list(): Promise<readonly GenAiKeyFacts[]> {
    return this.known();
  }

  /** At once: who writes what it read after a pause would lose what others wrote meanwhile. */
  private known(): readonly GenAiKeyFacts[] {
    const all = this.context.globalState.get<readonly GenAiKeyFacts[]>(INDEX, []);
    return all.map((facts) =>
      facts.unstored ? { ...facts, unstored: this.waiting.has(facts.name) ? 'held' : 'lost' } : facts,
    );
  }

  async secret(name: string): Promise<string | undefined> {
    // What another part of the editor has stored since is newer.
    const isHeld = this.known().some((facts) => facts.name === name && facts.unstored === 'held');
    return isHeld ? this.waiting.get(name) : this.context.secrets.get(secretName(name));
  }

  /** Replaces a key of the same name. */
  async store({ unstored: _unstored, ...facts }: GenAiKeyFacts, secret: string): Promise<void> {
    await this.context.secrets.store(secretName(facts.name), secret);
    await this.note(facts);
    this.waiting.delete(facts.name);
  }

  /** Remembers a secret that nobody shows again until it is stored; every other window is told that it lacks it. */
  async hold(facts: GenAiKeyFacts, secret: string): Promise<void> {
    this.waiting.set(facts.name, secret);
    await this.note({ ...facts, unstored: 'lost' });
  }

  /** What is known of a key besides its secret; the storage is not asked. */
  async note(facts: GenAiKeyFacts): Promise<void> {
    const others = this.known().filter(({ name }) => name !== facts.name);
    await this.context.globalState.update(INDEX, [...others, facts]);
  }

  async delete(name: string): Promise<void> {
    this.waiting.delete(name);
    await this.context.globalState.update(
      INDEX,
      this.known().filter((key) => key.name !== name),
    );
    await this.context.secrets.delete(secretName(name));
  }
}
