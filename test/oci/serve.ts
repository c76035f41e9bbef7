/**
 * Serves the local OCI on loopback for trying live tests offline: `npx tsx test/oci/serve.ts DIRECTORY`.
 * Writes a config with an IAM key and a session below the directory and prints, as JSON, where everything is.
 */
import { join } from 'node:path';
import { placeCredentials, write } from './harness/workload';
import { LocalOci } from './server/local-oci';
import { addGenAiKey } from './server/services/api-keys';
import { createWorld } from './server/world';

async function main(directory: string | undefined): Promise<void> {
  if (!directory) throw new Error('say in which directory to write the config');
  const world = await createWorld();
  addGenAiKey(world, { compartmentId: world.compartment });
  const oci = await LocalOci.start(world);
  const { OCI_GENAI_API_KEY = '' } = placeCredentials(
    ['iam-api-key', 'session-token', 'genai-api-key'],
    directory,
    world,
  );
  write(join(directory, 'genai-api-key'), OCI_GENAI_API_KEY);
  const { compartment, closedCompartment, agentEndpoint, region } = world;
  const config = join(directory, '.oci/config');
  console.log(JSON.stringify({ url: oci.url, config, region, compartment, closedCompartment, agentEndpoint }));
}

void main(process.argv[2]);
