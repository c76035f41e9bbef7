/**
 * Where CI services look for what they run, in the repository: a file that git ignores runs nowhere.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax, https://docs.gitlab.com/ci/yaml/,
 * https://learn.microsoft.com/azure/devops/pipelines/, https://support.atlassian.com/bitbucket-cloud/docs/configure-bitbucket-pipelinesyml/,
 * https://www.jenkins.io/doc/book/pipeline/jenkinsfile/
 */
const PIPELINES = [
  /(?:^|\/)\.github\/(?:workflows|actions)\//,
  /(?:^|\/)\.gitlab-ci[\w.-]*\.ya?ml$/,
  /(?:^|\/)\.gitlab\/ci\//,
  /(?:^|\/)azure-pipelines[\w.-]*\.ya?ml$/,
  /(?:^|\/)bitbucket-pipelines\.ya?ml$/,
  /(?:^|\/)\.circleci\//,
  /(?:^|\/)build_spec[\w.-]*\.ya?ml$/,
  /(?:^|\/)Jenkinsfile[\w.-]*$/,
];

export const isPipeline = (path: string): boolean => PIPELINES.some((place) => place.test(path));
