import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationToken, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createEngine } from '../../../src/engine';
import { Surroundings } from '../../../src/machine/surroundings';
import { DiskFiles } from '../../../src/machine/workspace-files';
import { repairWorkspace } from '../../../src/server/workspace-repairs';
import { grammarFile } from '../../rules/fixtures';
import { BAD, folderOf } from '../cli/program';

const SAMPLES = path.resolve(import.meta.dirname ?? __dirname, '../../../samples');

const CLIENT = [
  "import * as common from 'oci-common';",
  "import { GenerativeAiAgentRuntimeClient } from 'oci-generativeaiagentruntime';",
  '',
  'export async function client() {',
  '  const provider = new common.ConfigFileAuthenticationDetailsProvider();',
  '  return new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });',
  '}',
  '',
].join('\n');

const FILES = {
  'func.yaml': 'schema_version: 20180708\nname: ask\nruntime: python\n',
  Dockerfile: 'FROM python:3.12-slim\n',
  'ask.py': BAD,
  'lib/client.ts': CLIENT,
  'safe.py': 'token = open("~/.oci/sessions/DEFAULT/token").read()\nother = open("~/.oci/sessions/X/token").read()\n',
};

async function repaired(files: Record<string, string>, mode: 'safe' | 'switch', rule?: string) {
  const folder = folderOf(files);
  try {
    const edit = await repairWorkspace({
      mode,
      rule,
      roots: [folder.at],
      engine: createEngine({ grammars: grammarFile, files: new DiskFiles() }),
      surroundings: new Surroundings({ roots: [folder.at], userConfig: false, trusted: true }),
      files: new DiskFiles(),
      open: () => undefined,
      isOpenNotebook: () => false,
      token: CancellationToken.None,
    });
    return { edit, texts: apply(edit, folder.at, files) };
  } finally {
    folder.remove();
  }
}

/** The files as the edit leaves them; those that it makes too. */
function apply({ documentChanges = [] }: WorkspaceEdit, at: string, files: Record<string, string>) {
  const texts = new Map<string, string>();
  const root = `${pathToFileURL(at).href}/`;
  for (const change of documentChanges) {
    if (!TextDocumentEdit.is(change)) continue;
    const name = change.textDocument.uri.slice(root.length);
    const document = TextDocument.create(name, '', 0, files[name] ?? '');
    const edits = change.edits.flatMap((edit) => ('newText' in edit ? [edit] : []));
    texts.set(name, TextDocument.applyEdits(document, edits));
  }
  return texts;
}

describe('repairs of a workspace', () => {
  it('switch every client to the principal of its workload, with the files that it needs', async () => {
    const { edit, texts } = await repaired(FILES, 'switch');
    assert.deepEqual([...texts.keys()].sort(), ['.dockerignore', 'ask.py', 'lib/client.ts', 'oci-genai-policy.txt']);
    assert.match(texts.get('ask.py') ?? '', /signer=oci\.auth\.signers\.get_resource_principals_signer\(\)/);
    assert.match(
      texts.get('lib/client.ts') ?? '',
      /= common\.ResourcePrincipalAuthenticationDetailsProvider\.builder\(\);/,
    );
    assert.match(texts.get('oci-genai-policy.txt') ?? '', /^Allow dynamic-group \S+ to use genai-agent/m);
    for (const { needsConfirmation } of Object.values(edit.changeAnnotations ?? {}))
      assert.equal(needsConfirmation, true);
    for (const change of edit.documentChanges ?? []) {
      if (!TextDocumentEdit.is(change)) continue;
      for (const one of change.edits) assert.ok('annotationId' in one, 'each edit is confirmed on its own');
    }
  });

  it('leave alone what git ignores and what others wrote', async () => {
    const files = {
      ...FILES,
      '.git/HEAD': 'ref: refs/heads/main\n',
      '.gitignore': 'build/\n',
      'build/ask.py': BAD,
      '.venv/pyvenv.cfg': 'home = /usr/bin\n',
      '.venv/lib/ask.py': BAD,
      '.terraform/modules/genai/main.tf': 'locals {}\n',
    };
    const { texts } = await repaired(files, 'switch');
    const left = [...texts.keys()].filter((name) => /^(?:build|\.venv|\.terraform)\//.test(name));
    assert.deepEqual(left, []);
    assert.ok(texts.has('oci-genai-policy.txt'), 'modules of others are no place for a policy');
  });

  it('leave untouched lines alone', async () => {
    const { edit } = await repaired({ 'lib/client.ts': CLIENT, 'func.yaml': FILES['func.yaml'] }, 'switch');
    const [change] = edit.documentChanges ?? [];
    assert.ok(change && TextDocumentEdit.is(change));
    const lines = change.edits.flatMap((one) => ('range' in one ? [[one.range.start.line, one.range.end.line]] : []));
    assert.deepEqual(lines, [[4, 5]]);
  });

  it('take only safe fixes when a person chose nothing, of one rule where it is named', async () => {
    const { texts } = await repaired(FILES, 'safe');
    assert.deepEqual([...texts.keys()], ['safe.py']);
    assert.equal(texts.get('safe.py')?.match(/expanduser/g)?.length, 2);
    assert.equal((await repaired(FILES, 'safe', 'signer-none')).texts.size, 0);
  });

  it('give the policy as Terraform where the workspace has some', async () => {
    const { texts } = await repaired({ ...FILES, 'infra/main.tf': 'locals {}\n' }, 'switch');
    assert.match(texts.get('infra/oci-genai-policy.tf') ?? '', /resource "oci_identity_policy"/);
  });

  it('switch every client of the samples', async () => {
    const names = [
      'function/func.py',
      'function/func.yaml',
      'laptop/support_agent.py',
      'laptop/bearer_agent.py',
      'notebook/support_agent.ipynb',
    ];
    const read = (name: string): string => readFileSync(path.join(SAMPLES, name), 'utf8');
    const { texts } = await repaired(Object.fromEntries(names.map((name) => [name, read(name)])), 'switch');
    const textOf = (file: string): string => texts.get(file) ?? '';
    assert.match(
      textOf('function/func.py'),
      /Client\(\{\}, signer=oci\.auth\.signers\.get_resource_principals_signer\(\)\)/,
    );
    assert.match(textOf('laptop/support_agent.py'), /^ {4}\{\},\n {4}signer=oci_signer\(\),$/m);
    assert.match(textOf('laptop/bearer_agent.py'), /^ {8}auth=oci_signer\(\),$/m);
    assert.match(textOf('notebook/support_agent.ipynb'), /Client\(\{\}, signer=oci_signer\(\)\)/);
    assert.ok(texts.has('oci-genai-policy.txt'));
    for (const [file, text] of texts) assert.ok(!/from_file\(\)\)|Bearer/.test(text), file);
  });

  it('reach notebooks and what lists packages, once for all clients', async () => {
    const cell = { cell_type: 'code', metadata: {}, outputs: [], source: BAD.split(/(?<=\n)/) };
    const notebook = { cells: [cell], metadata: { language_info: { name: 'python' } }, nbformat: 4, nbformat_minor: 5 };
    const httpx = [
      'from openai import OpenAI',
      '',
      'client = OpenAI(',
      '    base_url="https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1",',
      '    api_key="not-used",',
      ')',
      '',
    ].join('\n');
    const files = {
      'ask.ipynb': `${JSON.stringify(notebook, undefined, 1)}\n`,
      'openai_client.py': httpx,
      'requirements.txt': 'openai\n',
    };
    const { texts } = await repaired(files, 'switch');
    const after = JSON.parse(texts.get('ask.ipynb') ?? '{}');
    assert.match(after.cells[0].source.join(''), /signer=oci_signer\(\)/);
    assert.equal(texts.get('requirements.txt'), 'openai\nhttpx\noci\noci-genai-auth\n');
  });

  it('give pods their identity, and the policy its names, by the manifest', async () => {
    const manifest = [
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: ask',
      '  namespace: team',
      'spec:',
      '  template:',
      '    spec:',
      '      containers:',
      '        - name: ask',
      '          image: ord.ocir.io/team/ask # pinned',
      '          ports: []',
      '',
    ].join('\n');
    const image = 'FROM python:3.12-slim\nCOPY .oci /root/.oci\nCOPY ask.py .\n';
    const { texts } = await repaired({ 'ask.py': BAD, 'k8s/ask.yaml': manifest, Dockerfile: image }, 'switch');
    assert.equal(
      texts.get('k8s/ask.yaml'),
      manifest
        .replace('      containers:', '      serviceAccountName: genai-caller\n      containers:')
        .replace(
          '# pinned\n',
          '# pinned\n          env:\n            - name: OCI_RESOURCE_PRINCIPAL_VERSION\n              value: "2.2"\n            - name: OCI_RESOURCE_PRINCIPAL_REGION\n              value: "<region>"\n',
        ),
    );
    assert.match(texts.get('k8s/genai-caller-account.yaml') ?? '', /name: genai-caller\n {2}namespace: team/);
    assert.equal(texts.get('Dockerfile'), 'FROM python:3.12-slim\nCOPY ask.py .\n');
    assert.match(
      texts.get('oci-genai-policy.txt') ?? '',
      /request\.principal\.namespace = 'team', request\.principal\.service_account = 'genai-caller'/,
    );
    assert.match(texts.get('ask.py') ?? '', /get_oke_workload_identity_resource_principal_signer/);
  });
});
