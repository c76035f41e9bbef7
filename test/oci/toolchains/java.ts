import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheDirectory, digestOf } from './cache';
import { reasonOf, run } from './command';
import { sourceDigest } from './source-digest';
import type { Built, Source, Toolchain } from './toolchain';

const POM = fileURLToPath(new URL('./java/pom.xml', import.meta.url));
const PASSWORD = 'changeit';

/** The real SDK from Maven Central; programs are compiled once per content. */
export const java: Toolchain = {
  async prepare(): Promise<string | undefined> {
    const libraries = libraryDirectory();
    const marker = join(libraries, 'complete');
    if (existsSync(marker)) return undefined;
    const copied = await run([
      'mvn',
      '-q',
      '-B',
      '-f',
      POM,
      'dependency:copy-dependencies',
      `-DoutputDirectory=${libraries}`,
    ]);
    if (!copied.ok) return `no Maven with the SDK's artifacts: ${reasonOf(copied)}`;
    const compiler = await run(['javac', '-version']);
    if (!compiler.ok) return `no Java compiler: ${reasonOf(compiler)}`;
    writeFileSync(marker, '');
    return undefined;
  },
  async build({ directory, entry, caFile }: Source): Promise<Built> {
    const classes = join(cacheDirectory('java/classes'), sourceDigest(directory, '.java', POM));
    const compiled = existsSync(classes) ? undefined : await compile(directory, classes);
    if (compiled) return { failure: compiled };
    const trustStore = `${caFile}.p12`;
    if (!existsSync(trustStore)) await createTrustStore(caFile, trustStore);
    const trust = [`-Djavax.net.ssl.trustStore=${trustStore}`, `-Djavax.net.ssl.trustStorePassword=${PASSWORD}`];
    const main = entry.replace(/\.java$/, '').replaceAll('/', '.');
    return {
      argv: [
        'java',
        '-XX:TieredStopAtLevel=1',
        '-XX:+UseSerialGC',
        ...trust,
        '-cp',
        `${classes}:${libraryDirectory()}/*`,
        main,
      ],
    };
  },
};

export function libraryDirectory(): string {
  return join(cacheDirectory('java'), digestOf(readFileSync(POM, 'utf8')));
}

/** Moves the classes into place only when all of them are there. */
async function compile(directory: string, classes: string): Promise<string | undefined> {
  const partial = `${classes}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java'));
  const flags = ['-proc:none', '-d', partial, '-cp', `${libraryDirectory()}/*`];
  const compiled = await run(['javac', ...flags, ...files], { cwd: directory });
  if (!compiled.ok) return compiled.output;
  renameSync(partial, classes);
  return undefined;
}

async function createTrustStore(caFile: string, trustStore: string): Promise<void> {
  const store = ['-keystore', trustStore, '-storetype', 'PKCS12', '-storepass', PASSWORD];
  await run(['keytool', '-importcert', '-noprompt', '-alias', 'local-oci', '-file', caFile, ...store]);
}
