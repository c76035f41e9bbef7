import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Survey } from '../advisor/survey';
import { createEngine } from '../engine';
import { surveyFiles } from '../engine/survey';
import { grammarsIn } from '../machine/grammar-files';
import { ownFiles } from '../machine/own-files';
import { standingPolicies } from '../machine/policies';
import { Surroundings } from '../machine/surroundings';
import type { WalkError } from '../machine/walk';
import { DiskFiles } from '../machine/workspace-files';

/** What the code under these paths shows, as an editor would see it. */
export async function surveyOf(paths: readonly string[]): Promise<Survey> {
  const failed = ({ path: at, named, reason }: WalkError): void => {
    process.stderr.write(`${at}: ${reason}\n`);
    if (named) process.exitCode = 2;
  };
  const engine = createEngine({ grammars: grammarsIn(path.join(__dirname, 'grammars')), files: new DiskFiles() });
  const surroundings = new Surroundings({ roots: paths, base: process.cwd(), userConfig: false, trusted: true });
  const found = await surveyFiles(engine, ownFiles(paths, surroundings, failed));
  const policies = (await standingPolicies(paths)).map(({ file, ...rest }) => ({
    uri: pathToFileURL(path.resolve(file)).href,
    ...rest,
  }));
  return { ...found, policies };
}
