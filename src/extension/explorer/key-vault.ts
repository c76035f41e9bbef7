import type { ExtensionContext } from 'vscode';
import type { GenAiKeyFacts } from '../../credentials/genai-key';
import type { KeyVault } from '../../machine/sources/genai-keys';

const INDEX = 'principled.genaiKeys';
const secretName = (name: string): string => `principled.genaiKey.${name}`;

/** GenAI API keys in the editor's secret storage; what is no secret about them lies beside it, to be listed. */
export class SecretVault implements KeyVault {
  constructor(private readonly context: Pick<ExtensionContext, 'globalState' | 'secrets'>) {}

  async list(): Promise<readonly GenAiKeyFacts[]> {
    return this.context.globalState.get<readonly GenAiKeyFacts[]>(INDEX, []);
  }

  async secret(name: string): Promise<string | undefined> {
    return this.context.secrets.get(secretName(name));
  }

  /** Replaces a key of the same name. */
  async store(facts: GenAiKeyFacts, secret: string): Promise<void> {
    await this.context.secrets.store(secretName(facts.name), secret);
    const others = (await this.list()).filter(({ name }) => name !== facts.name);
    await this.context.globalState.update(INDEX, [...others, facts]);
  }

  async delete(name: string): Promise<void> {
    await this.context.globalState.update(
      INDEX,
      (await this.list()).filter((key) => key.name !== name),
    );
    await this.context.secrets.delete(secretName(name));
  }
}
