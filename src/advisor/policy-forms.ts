import { DEFAULT_GROUP, type LeastPrivilege } from './policy';

/** A string that Terraform reads as itself: its own templates are escaped. */
const hcl = (text: string): string => JSON.stringify(text).replace(/\$\{/g, '$$${').replace(/%\{/g, '%%{');

/** One word of a shell. */
const word = (text: string): string => (/^[\w.@-]+$/.test(text) ? text : `'${text.replace(/'/g, `'\\''`)}'`);

export function asConsoleText({ statements, matchingRule, notes }: LeastPrivilege): string {
  const rule = matchingRule ? ['# matching rule of the dynamic group', `# ${matchingRule}`] : [];
  return `${[...notes.map((note) => `# ${note}`), ...rule, ...statements].join('\n')}\n`;
}

export function asTerraform({ statements, matchingRule, notes }: LeastPrivilege, name = DEFAULT_GROUP): string {
  const lines = notes.map((note) => `# ${note}`);
  if (matchingRule) {
    lines.push(
      'resource "oci_identity_dynamic_group" "genai_callers" {',
      '  compartment_id = var.tenancy_ocid',
      `  name           = ${hcl(name)}`,
      '  description    = "Workloads that call OCI Generative AI"',
      `  matching_rule  = ${hcl(matchingRule)}`,
      '}',
      '',
    );
  }
  lines.push(
    'resource "oci_identity_policy" "genai_callers" {',
    '  compartment_id = var.policy_compartment_ocid',
    `  name           = ${hcl(name)}`,
    '  description    = "Least privilege to call OCI Generative AI"',
    '  statements = [',
    ...statements.map((statement) => `    ${hcl(statement)},`),
    '  ]',
    '}',
  );
  return `${lines.join('\n')}\n`;
}

/** Statements hold single quotes, so they travel in a file. */
export function asCli({ statements, matchingRule }: LeastPrivilege, name = DEFAULT_GROUP): string {
  const group = matchingRule
    ? [
        "cat > matching-rule.txt <<'EOF'",
        matchingRule,
        'EOF',
        `oci iam dynamic-group create --name ${word(name)} --description 'Workloads that call OCI Generative AI' --matching-rule "$(cat matching-rule.txt)"`,
        '',
      ]
    : [];
  return `${[
    ...group,
    "cat > statements.json <<'EOF'",
    JSON.stringify(statements, undefined, 2),
    'EOF',
    `oci iam policy create --compartment-id "$POLICY_COMPARTMENT_OCID" --name ${word(name)} --description 'Least privilege to call OCI Generative AI' --statements file://statements.json`,
  ].join('\n')}\n`;
}
