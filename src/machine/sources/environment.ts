import { TERRAFORM_VARIABLES } from '../../knowledge/environment';
import { cliIdentity } from './cli-identity';
import { genAiKeysOf } from './genai-keys';
import { okeIdentity } from './principals';
import { resourcePrincipal } from './resource-principal';
import type { CredentialSource, Held, ReadContext, SourceReading } from './source';
import { heldVariables, type VariableSet, valuesOf } from './variables';

const TERRAFORM: VariableSet = {
  id: 'terraform',
  label: 'TF_VAR_* variables',
  variables: {
    user: TERRAFORM_VARIABLES.user,
    tenancy: TERRAFORM_VARIABLES.tenancy,
    fingerprint: TERRAFORM_VARIABLES.fingerprint,
    key_file: TERRAFORM_VARIABLES.keyFile,
    pass_phrase: TERRAFORM_VARIABLES.passphrase,
    region: TERRAFORM_VARIABLES.region,
  },
};

/** Identities that stand in the environment of this process. */
export class Environment implements CredentialSource {
  async read(context: ReadContext): Promise<SourceReading> {
    const files: string[] = [];
    const cli = await cliIdentity(context, files);
    const identities = await Promise.all([
      cli.held,
      terraform(context, files),
      resourcePrincipal(context, files),
      okeIdentity(context),
    ]);
    const variables = Object.entries(context.machine.environment).map(([name, value]) => ({
      name,
      value: value ?? '',
    }));
    const keys = genAiKeysOf(variables, { source: 'environment', origin: 'environment' }, context.now);
    const held = identities.filter((one): one is Held => one !== undefined);
    return { held: [...held, ...keys], places: cli.places, files };
  }
}

/** Without one of these the other variables only adjust what stands elsewhere. */
async function terraform(context: ReadContext, files: string[]): Promise<Held | undefined> {
  const values = valuesOf(TERRAFORM, context.machine);
  if (!values.has('user') && !values.has('key_file')) return undefined;
  return heldVariables({ set: TERRAFORM, method: 'iam-api-key', values, context, files });
}
