import { shellWord } from '../knowledge/code';
import type { LeastPrivilege } from './policy';

/** A string that Terraform reads as itself: its own templates are escaped. */
const hcl = (text: string): string => JSON.stringify(text).replace(/\$\{/g, '$$${').replace(/%\{/g, '%%{');

export function asConsoleText({ statements, matchingRule, notes }: LeastPrivilege): string {
  const rule = matchingRule ? ['# matching rule of the dynamic group', `# ${matchingRule}`] : [];
  return `${[...notes.map((note) => `# ${note}`), ...rule, ...statements].join('\n')}\n`;
}

export function asTerraform({ statements, matchingRule, group, domain, notes }: LeastPrivilege): string {
  const lines = notes.map((note) => `# ${note}`);
  if (matchingRule) lines.push(...(domain ? domainGroup(group, matchingRule) : tenancyGroup(group, matchingRule)), '');
  lines.push(
    'resource "oci_identity_policy" "genai_callers" {',
    '  compartment_id = var.policy_compartment_ocid',
    `  name           = ${hcl(resourceName(group))}`,
    '  description    = "Least privilege to call OCI Generative AI"',
    '  statements = [',
    ...statements.map((statement) => `    ${hcl(statement)},`),
    '  ]',
    '}',
  );
  return `${lines.join('\n')}\n`;
}

const tenancyGroup = (group: string, rule: string): readonly string[] => [
  'resource "oci_identity_dynamic_group" "genai_callers" {',
  '  compartment_id = var.tenancy_ocid',
  `  name           = ${hcl(group)}`,
  `  description    = ${hcl(ABOUT_GROUP)}`,
  `  matching_rule  = ${hcl(rule)}`,
  '}',
];

/** Groups of a domain other than the default one are resources of that domain. */
const domainGroup = (group: string, rule: string): readonly string[] => [
  'resource "oci_identity_domains_dynamic_resource_group" "genai_callers" {',
  '  idcs_endpoint = var.identity_domain_url',
  `  schemas       = [${hcl(GROUP_SCHEMA)}]`,
  `  display_name  = ${hcl(group)}`,
  `  matching_rule = ${hcl(rule)}`,
  '}',
];

const ABOUT_GROUP = 'Workloads that call OCI Generative AI';
const GROUP_SCHEMA = 'urn:ietf:params:scim:schemas:oracle:idcs:DynamicResourceGroup';

/** Names of policies hold letters, digits and the usual marks only. */
const resourceName = (group: string): string => group.replace(/[^\w.-]+/g, '-');

/** Statements hold single quotes, so they travel in a file. */
export function asCli({ statements, matchingRule, group, domain }: LeastPrivilege): string {
  const create = domain
    ? `oci identity-domains dynamic-resource-group create --endpoint "$IDENTITY_DOMAIN_URL" --schemas '["${GROUP_SCHEMA}"]' --display-name ${shellWord(group)}`
    : `oci iam dynamic-group create --name ${shellWord(group)} --description '${ABOUT_GROUP}'`;
  const before = matchingRule
    ? [
        "cat > matching-rule.txt <<'EOF'",
        matchingRule,
        'EOF',
        `${create} --matching-rule "$(cat matching-rule.txt)"`,
        '',
      ]
    : [];
  return `${[
    ...before,
    "cat > statements.json <<'EOF'",
    JSON.stringify(statements, undefined, 2),
    'EOF',
    `oci iam policy create --compartment-id "$POLICY_COMPARTMENT_OCID" --name ${shellWord(resourceName(group))} --description 'Least privilege to call OCI Generative AI' --statements file://statements.json`,
  ].join('\n')}\n`;
}
