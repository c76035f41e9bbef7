import { Command, CommanderError } from 'commander';
import { register as advise } from './advise';
import { register as creds } from './creds';
import { register as explain } from './explain';
import { register as lint } from './lint';
import { packageVersion } from './package-files';
import { register as policy } from './policy';
import { register as server } from './server';

const COMMANDS = [lint, advise, explain, policy, server, creds];

async function main(): Promise<void> {
  const program = new Command('principled')
    .description('Gets authentication to OCI Generative AI right')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(see --help)');
  for (const register of COMMANDS) register(program);
  // Set on every command: a subcommand does not inherit what came after its parent's own settings.
  for (const command of program.commands) command.exitOverride().showHelpAfterError('(see --help)');
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main().catch((error: unknown) => {
  process.stderr.write(`principled: ${error instanceof Error ? error.message : 'unexpected failure'}\n`);
  process.exitCode = 2;
});
