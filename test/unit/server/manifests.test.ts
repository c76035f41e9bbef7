import assert from 'node:assert/strict';
import { parse as parseToml } from 'smol-toml';
import type { ManifestName } from '../../../src/rules/contract';
import { applied } from '../../../src/rules/repair/edits';
import { MANIFESTS } from '../../../src/rules/repair/manifest';

function listed(manifest: ManifestName, text: string, ...names: string[]): string | undefined {
  const edits = MANIFESTS[manifest](text, names);
  return edits && applied(text, edits);
}

/** A second time nothing changes. */
function gains(manifest: ManifestName, text: string, expected: string, ...names: string[]): void {
  const once = listed(manifest, text, ...names);
  assert.equal(once, expected);
  assert.equal(listed(manifest, expected, ...names), expected);
}

const lines = (...all: string[]): string => all.join('\n');

describe('packages join', () => {
  describe('requirements.txt', () => {
    it('at its end, whatever ends its lines', () => {
      gains('requirements.txt', 'openai>=1\n', 'openai>=1\noci\n', 'oci');
      gains('requirements.txt', 'openai>=1', 'openai>=1\noci\n', 'oci');
      gains('requirements.txt', 'a\r\nb\r\n', 'a\r\nb\r\noci\r\nhttpx\r\n', 'oci', 'httpx');
      gains('requirements.txt', '', 'oci\n', 'oci');
    });

    it('unless listed, in whatever spelling', () => {
      const all = '# ours\nOCI[adk] >= 2.1 ; python_version > "3.8"\noci_genai.auth\n';
      assert.equal(listed('requirements.txt', all, 'oci', 'oci-genai-auth'), all);
      gains('requirements.txt', 'oci-cli\n', 'oci-cli\noci\n', 'oci');
    });
  });

  describe('pyproject.toml', () => {
    it('in the list of the project, as its elements stand', () => {
      const before = lines('[project]', 'name = "a"', 'dependencies = [', '  "openai>=1", # chat', ']', '');
      const after = lines('[project]', 'name = "a"', 'dependencies = [', '  "openai>=1", # chat', '  "oci",', ']', '');
      gains('pyproject.toml', before, after, 'oci');
      parseToml(after);
      gains(
        'pyproject.toml',
        '[project]\r\ndependencies = [\r\n  "a" # why\r\n]\r\n',
        '[project]\r\ndependencies = [\r\n  "a", # why\r\n  "oci",\r\n  "httpx"\r\n]\r\n',
        'oci',
        'httpx',
      );
      gains(
        'pyproject.toml',
        "[project]\ndependencies = ['openai']\n",
        "[project]\ndependencies = ['openai', 'oci', 'httpx']\n",
        'oci',
        'httpx',
      );
      gains('pyproject.toml', '[project]\ndependencies = []\n', '[project]\ndependencies = ["oci"]\n', 'oci');
    });

    it('in the table of Poetry', () => {
      const before = lines('[tool.poetry.dependencies]', 'python = "^3.11"', '', '[build-system]', 'requires = []', '');
      const after = lines(
        '[tool.poetry.dependencies]',
        'python = "^3.11"',
        'oci = "*"',
        '',
        '[build-system]',
        'requires = []',
        '',
      );
      gains('pyproject.toml', before, after, 'oci');
      gains('pyproject.toml', '[tool.poetry.dependencies]', '[tool.poetry.dependencies]\noci = "*"', 'oci');
    });

    it('not where it lists no packages, or cannot be read', () => {
      assert.equal(listed('pyproject.toml', '[tool.ruff]\nline-length = 100\n', 'oci'), undefined);
      assert.equal(listed('pyproject.toml', '[project\ndependencies = [', 'oci'), undefined);
    });
  });

  describe('package.json', () => {
    it('with the version of the other packages of the SDK', () => {
      const before = lines('{', '  "dependencies": {', '    "oci-generativeaiinference": "^2.118.0"', '  }', '}', '');
      const after = lines(
        '{',
        '  "dependencies": {',
        '    "oci-generativeaiinference": "^2.118.0",',
        '    "oci-common": "^2.118.0"',
        '  }',
        '}',
        '',
      );
      gains('package.json', before, after, 'oci-common');
      JSON.parse(after);
      gains(
        'package.json',
        '{"dependencies":{"openai":"6.0.0"}}',
        '{"dependencies":{"openai":"6.0.0", "oci-common": "^2.0.0"}}',
        'oci-common',
      );
      gains('package.json', '{"dependencies":{}}', '{"dependencies":{"oci-common": "^2.0.0"}}', 'oci-common');
    });

    it('not where it has no dependencies, or has it', () => {
      assert.equal(listed('package.json', '{"name": "a"}', 'oci-common'), undefined);
      assert.equal(listed('package.json', '', 'oci-common'), undefined);
      assert.equal(listed('package.json', '{"dependencies": ["a"]}', 'oci-common'), undefined);
      const there = '{"devDependencies": {"oci-common": "2.1.0"}, "dependencies": {"a": "1"}}';
      assert.equal(listed('package.json', there, 'oci-common'), there);
    });
  });

  describe('pom.xml', () => {
    const OKE = 'oci-java-sdk-addons-oke-workload-identity';
    const pom = (version: string, more = ''): string =>
      lines(
        '<project>',
        '  <!-- what <dependency> it needs -->',
        '  <dependencyManagement><dependencies><dependency><groupId>com.oracle.oci.sdk</groupId></dependency></dependencies></dependencyManagement>',
        '  <dependencies>',
        '    <dependency>',
        '      <groupId>com.oracle.oci.sdk</groupId>',
        '      <artifactId>oci-java-sdk-generativeaiinference</artifactId>',
        ...(version ? [`      <version>${version}</version>`] : []),
        `    </dependency>${more}`,
        '  </dependencies>',
        '</project>',
        '',
      );
    const added = (version: string): string =>
      ['', '    <dependency>', '      <groupId>com.oracle.oci.sdk</groupId>', `      <artifactId>${OKE}</artifactId>`]
        .concat(version ? [`      <version>${version}</version>`] : [], '    </dependency>')
        .join('\n');

    it('behind the other artifacts, with their version, or none under a BOM', () => {
      for (const version of ['3.65.0', '${oci.version}', '']) {
        gains('pom.xml', pom(version), pom(version, added(version)), OKE);
      }
    });

    it('not where the SDK is not listed by the project itself, or the file is broken', () => {
      assert.equal(listed('pom.xml', '<project><dependencies></dependencies></project>', OKE), undefined);
      assert.equal(listed('pom.xml', pom('1').replace('</project>', '<a>'), OKE), undefined);
      assert.equal(listed('pom.xml', '', OKE), undefined);
    });
  });

  describe('go.mod', () => {
    const SDK = 'github.com/oracle/oci-go-sdk/v65';
    const added = /github\.com\/oracle\/oci-go-sdk\/v65 v65\.\d+\.\d+/;

    it('in the block of what it requires, else behind the last line of it, else at the end', () => {
      const head = 'module demo\n\ngo 1.22\n';
      const block = `${head}\nrequire (\n\tgithub.com/a/b v1.0.0\n)\n\nrequire (\n\tgithub.com/c/d v1.0.0 // indirect\n)\n`;
      const inBlock = listed('go.mod', block, SDK) ?? '';
      assert.match(inBlock, new RegExp(`b v1\\.0\\.0\\n\\t${added.source}\\n\\)\\n\\nrequire \\(`));
      assert.match(
        listed('go.mod', `${head}\nrequire github.com/a/b v1.0.0\n`, SDK) ?? '',
        new RegExp(`\\nrequire ${added.source}\\n$`),
      );
      assert.match(listed('go.mod', head, SDK) ?? '', new RegExp(`go 1.22\\n\\nrequire ${added.source}\\n$`));
      assert.equal(listed('go.mod', inBlock, SDK), inBlock);
    });

    it('not in a file that is none', () => {
      assert.equal(listed('go.mod', '', SDK), undefined);
    });
  });
});
