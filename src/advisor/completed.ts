import type { Answers } from './plan';
import type { Survey } from './survey';
import { granteeFound } from './workspace-policy';

/** Answers with what the workspace names, where nobody said otherwise. */
export function completedFrom(survey: Survey, answers: Answers): Answers {
  const { compartment, ...found } = granteeFound(survey);
  const [project] = survey.ocids.generativeaiproject;
  const [agentEndpoint] = survey.ocids.genaiagentendpoint;
  const { namespace, serviceAccount, domain, apiKeyId, clusterId } = found;
  return {
    ...known({ namespace, serviceAccount, domain, apiKeyId, clusterId }),
    ...known(answers),
    call: answers.call,
    on: answers.on,
    language: answers.language,
    places: { ...known({ compartment, project, agentEndpoint }), ...answers.places },
  };
}

/** What has a value: an answer that was left open hides nothing. */
const known = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
