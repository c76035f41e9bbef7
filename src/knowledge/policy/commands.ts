/**
 * The operation of a service's command line, from the words behind the service's name:
 * `model-collection list-models`, `session create`, `chat-result chat-cohere-chat-request`. Undefined where no candidate
 * is one. Names: oci-cli services/generative_ai*, `@…_group.command`, and the renames of the `_extended` files.
 */
export function operationOfCommand(
  words: readonly string[],
  isOperation: (name: string) => boolean,
): string | undefined {
  const [group = '', command = ''] = words;
  const [verb = ''] = command.split('-');
  // A group that is named after what it returns has the operation in its own name.
  const candidates = [`${verb}-${group}`, command, group.replace(/-result$/, ''), group];
  return candidates.find((one) => one !== '' && isOperation(one));
}

/** What a cmdlet's verb stands for (oci-powershell-modules: the file names under each module's Cmdlets). */
const VERBS: Readonly<Record<string, string>> = {
  Get: 'get',
  New: 'create',
  Update: 'update',
  Remove: 'delete',
  Move: 'change',
  Stop: 'cancel',
  Add: 'add',
  Invoke: '',
};

const CMDLET = /^([A-Z][a-z]+)-OCIGenerativeai(?:inference|agentruntime|agent|data)?([A-Z]\w*)$/;

/** `Get-OCIGenerativeaiModelsList` lists models, `Invoke-OCIGenerativeaiinferenceEmbedText` embeds text. */
export function operationOfCmdlet(name: string): string | undefined {
  // The one whose noun is no resource: `generateText`.
  if (name === 'New-OCIGenerativeaiinferenceText') return 'generateText';
  const [, verb = '', noun = ''] = CMDLET.exec(name) ?? [];
  const word = VERBS[verb];
  if (word === undefined) return undefined;
  return noun.endsWith('List') && verb === 'Get' ? `list${noun.slice(0, -'List'.length)}` : `${word}${noun}`;
}
