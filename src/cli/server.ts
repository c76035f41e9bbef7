import { createRequire } from 'node:module';
import path from 'node:path';
import type { Command } from 'commander';

export function register(program: Command): void {
  program
    .command('server')
    .description('Run the language server for an editor')
    .requiredOption('--stdio', 'speak over standard input and output')
    .action(() => {
      // A bundle of its own: it reads the transport from the arguments, and the other commands never load it.
      createRequire(__filename)(path.join(__dirname, 'server.js'));
    });
}
