import assert from 'node:assert/strict';
import { resolveTypeScript, type Workspace } from '../../../src/source/typescript/resolve';

function workspace(files: Readonly<Record<string, string>>, packages?: Readonly<Record<string, string>>): Workspace {
  return {
    has: (path) => Object.hasOwn(files, path),
    read: (path) => files[path],
    packages: packages && new Map(Object.entries(packages)),
  };
}

const empty = (...paths: string[]): Record<string, string> => Object.fromEntries(paths.map((path) => [path, '']));

describe('modules of TypeScript', () => {
  it('relative, with and without extension, folders, compiled names', () => {
    const files = workspace(empty('/w/a.ts', '/w/b/index.tsx', '/w/c.mts', '/w/d.js', '/e.cjs'));
    const resolve = (specifier: string): string | undefined => resolveTypeScript(specifier, '/w/b/x.ts', files);
    assert.equal(resolve('../a'), '/w/a.ts');
    assert.equal(resolve('../a.ts'), '/w/a.ts');
    assert.equal(resolve('../a.js'), '/w/a.ts');
    assert.equal(resolve('.'), '/w/b/index.tsx');
    assert.equal(resolve('..//b/'), '/w/b/index.tsx');
    assert.equal(resolve('../c.mjs'), '/w/c.mts');
    assert.equal(resolve('../d'), '/w/d.js');
    assert.equal(resolve('../../e.cjs'), '/e.cjs');
    assert.equal(resolve('../missing'), undefined);
    assert.equal(resolve('oci-common'), undefined);
  });

  it('paths with a scheme', () => {
    const files = workspace(empty('file:///w/src/auth.ts'));
    assert.equal(resolveTypeScript('../src/auth', 'file:///w/app/main.ts', files), 'file:///w/src/auth.ts');
  });

  it('path aliases of the nearest config, comments and trailing commas allowed', () => {
    const files = workspace({
      ...empty('/w/src/auth/client.ts', '/w/src/exact.ts', '/w/lib/long/x.ts', '/w/lib/y.ts'),
      '/w/tsconfig.json': `{
        // aliases
        "compilerOptions": { "baseUrl": ".", "paths": { "@/*": ["missing/*", "src/*"], "exact": ["src/exact.ts"], "@/long/*": ["lib/long/*"], }, },
      }`,
    });
    const resolve = (specifier: string): string | undefined =>
      resolveTypeScript(specifier, '/w/app/deep/main.ts', files);
    assert.equal(resolve('@/auth/client'), '/w/src/auth/client.ts');
    assert.equal(resolve('exact'), '/w/src/exact.ts');
    assert.equal(resolve('@/long/x'), '/w/lib/long/x.ts');
    assert.equal(resolve('lib/y'), '/w/lib/y.ts');
    assert.equal(resolve('@/nothing'), undefined);
  });

  it('inherits aliases, whose targets count from the config that says them', () => {
    const files = workspace({
      ...empty('/w/shared/auth.ts'),
      '/w/app/tsconfig.json': '{ "extends": ["../base"] }',
      '/w/base.json': '{ "compilerOptions": { "paths": { "#shared/*": ["./shared/*"] } } }',
    });
    assert.equal(resolveTypeScript('#shared/auth', '/w/app/main.ts', files), '/w/shared/auth.ts');
  });

  it('survives configs that extend each other, and broken ones', () => {
    const cyclic = workspace({
      ...empty('/w/a.ts'),
      '/w/tsconfig.json': '{ "extends": "./other", "compilerOptions": { "paths": "no" } }',
      '/w/other.json': '{ "extends": "./tsconfig" }',
    });
    assert.equal(resolveTypeScript('x', '/w/b.ts', cyclic), undefined);
    const broken = workspace({
      ...empty('/w/a.ts'),
      '/w/tsconfig.json': '{ "compilerOptions": { "paths": { "x": [1, "a.ts"',
    });
    assert.equal(resolveTypeScript('x', '/w/b.ts', broken), '/w/a.ts');
  });

  it('packages of a monorepo, by their sources', () => {
    const files = workspace(
      empty('/w/packages/auth/src/index.ts', '/w/packages/auth/src/keys.ts', '/w/plain/index.js'),
      {
        '@acme/auth': '/w/packages/auth',
        plain: '/w/plain',
      },
    );
    const resolve = (specifier: string): string | undefined => resolveTypeScript(specifier, '/w/app/main.ts', files);
    assert.equal(resolve('@acme/auth'), '/w/packages/auth/src/index.ts');
    assert.equal(resolve('@acme/auth/keys'), '/w/packages/auth/src/keys.ts');
    assert.equal(resolve('plain'), '/w/plain/index.js');
  });
});
