import { pathToFileURL } from 'node:url';
import type { CancellationToken } from 'vscode-languageserver';
import { NOTHING_FOUND, type Survey } from '../advisor';
import type { Engine } from '../engine';
import { surveyFiles } from '../engine/survey';
import { ownFiles } from '../machine/own-files';
import { standingPolicies } from '../machine/policies';
import type { Surroundings } from '../machine/surroundings';

interface SurveyOptions {
  readonly roots: readonly string[];
  /** One of its own: it forgets each file when it is done with it. */
  readonly engine: Engine;
  readonly surroundings: Surroundings;
  readonly token: CancellationToken;
}

/** What the workspace of an editor shows. */
export async function survey({ roots, engine, surroundings, token }: SurveyOptions): Promise<Survey> {
  if (roots.length === 0) return NOTHING_FOUND;
  const found = await surveyFiles(engine, ownFiles(roots, surroundings), () => token.isCancellationRequested);
  const policies = (await standingPolicies(roots)).map(({ file, ...rest }) => ({
    uri: pathToFileURL(file).href,
    ...rest,
  }));
  return { ...found, policies };
}
