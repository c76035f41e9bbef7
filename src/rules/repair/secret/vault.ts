import {
  CSHARP_CHOOSER,
  CSHARP_SPACE,
  CSHARP_VAULT,
  csharpChooserOf,
  csharpVaultOf,
} from '../../../knowledge/sdks/csharp-writing';
import { GO_CHOOSER, GO_VAULT, GO_VAULT_PACKAGES, goChooserOf, goVaultOf } from '../../../knowledge/sdks/go-writing';
import { JAVA_CHOOSER, JAVA_VAULT, javaChooserOf, javaVaultOf } from '../../../knowledge/sdks/java-writing';
import { CHOOSER, chooserOf, VAULT, vaultOf } from '../../../knowledge/sdks/python-writing';
import {
  PROVIDERS,
  TS_CHOOSER,
  TS_VAULT,
  TS_VAULT_CLIENT,
  tsChooserOf,
  tsVaultOf,
} from '../../../knowledge/sdks/typescript-writing';
import type { Language, Program } from '../../../source/program';
import { breakOf, suffixOf, unitOf } from '../edits';
import { GoModule } from '../go/module';
import { JavaModule } from '../java/module';
import { PythonModule } from '../python/module';
import { TypeScriptModule } from '../typescript/module';
import { csharpVariable, goVariable, javaVariable, pythonVariable, type Reader } from './reader';

type Make = (program: Program, uri: string) => Reader | undefined;

const MAKERS: Readonly<Partial<Record<Language, Make>>> = {
  python: inPython,
  typescript: inScript,
  javascript: inScript,
  go: inGo,
  java: inJava,
  csharp: inCsharp,
};

/** A look-up in OCI Vault as the principal of the workload or a session of this machine, by the secret's OCID. */
export const vault: Make = (program, uri) => MAKERS[program.language]?.(program, uri);

function inPython(program: Program): Reader {
  const module = new PythonModule(program);
  const read = (variable: string): string => {
    const [oci, os, base64] = [module.module('oci'), module.module('os'), module.module('base64')];
    const unit = unitOf(program.text);
    if (!module.has(CHOOSER)) module.addFunction(chooserOf(oci, os, unit));
    if (!module.has(VAULT)) module.addFunction(vaultOf(oci, base64, unit));
    return `${VAULT}(${pythonVariable(module, variable)})`;
  };
  return { read, edits: () => module.edits() };
}

function inScript(program: Program): Reader {
  const module = new TypeScriptModule(program);
  const typed = program.language === 'typescript';
  let wanted = module.has(TS_VAULT);
  const read = (variable: string): string => {
    if (!wanted) {
      const chooser = module.has(TS_CHOOSER)
        ? []
        : [tsChooserOf((kind) => module.common(PROVIDERS[kind]), module.unit)];
      const client = module.named(TS_VAULT_CLIENT.module, TS_VAULT_CLIENT.name);
      module.addFunction([...chooser, tsVaultOf(client, typed, module.unit)].join('\n\n'));
    }
    wanted = true;
    return `await ${TS_VAULT}(process.env.${variable}${typed ? module.styled(" ?? ''") : ''})`;
  };
  return { read, edits: (after) => module.edits(after), awaited: true };
}

function inGo(program: Program, uri: string): Reader | undefined {
  const packages = [...GO_VAULT_PACKAGES.sdk, ...GO_VAULT_PACKAGES.standard].map((path) => path.replace(/^.*\//, ''));
  // A variable of such a name would hide the package.
  if (packages.some((name) => new RegExp(`\\b${name}\\s*(?::=|,|=[^=])`).test(program.text))) return undefined;
  const module = new GoModule(program, uri);
  const read = (variable: string): string => {
    const [chooser, name] = [module.own(GO_CHOOSER), module.own(GO_VAULT)];
    const [common, auth] = ['common', 'common/auth'].map((path) => module.package(`${module.sdk}/${path}`));
    for (const path of GO_VAULT_PACKAGES.sdk) module.package(`${module.sdk}/${path}`);
    for (const path of GO_VAULT_PACKAGES.standard) module.package(path);
    module.addFunction(chooser, goChooserOf(chooser, common ?? '', auth ?? '', module.package('os')));
    module.addFunction(name, goVaultOf(name, chooser));
    return `${name}(${goVariable(module, variable)})`;
  };
  return { read, edits: (after) => module.edits(after) };
}

function inJava(program: Program, uri: string): Reader {
  const { text } = program;
  const module = new JavaModule(program);
  const [chooser, type] = [JAVA_CHOOSER + suffixOf(uri), JAVA_VAULT + suffixOf(uri)];
  const name = (path: string): string => module.name(path);
  let wanted = text.includes(`class ${type} `);
  const read = (variable: string): string => {
    const there = text.includes(`class ${chooser} `);
    if (!wanted && !there)
      module.addClass(
        javaChooserOf({ type: chooser, throws: false, ends: /\bvoid main\(/.test(text) }, name, module.unit),
      );
    if (!wanted) module.addClass(javaVaultOf(type, `${chooser}.choose()`, name, module.unit));
    wanted = true;
    return `${type}.read(${javaVariable(variable)})`;
  };
  return { read, edits: (after) => module.edits(after) };
}

function inCsharp({ text }: Program, uri: string): Reader {
  const [chooser, type] = [CSHARP_CHOOSER + suffixOf(uri), CSHARP_VAULT + suffixOf(uri)];
  const name = (one: string): string => (text.includes(CSHARP_SPACE) ? one : `${CSHARP_SPACE}.${one}`);
  const eol = breakOf(text);
  const added = [
    ...(text.includes(`class ${chooser}`) ? [] : [csharpChooserOf(chooser, name)]),
    ...(text.includes(`class ${type}`) ? [] : [csharpVaultOf(type, `${chooser}.Choose()`)]),
  ].map((body) => `${eol}${body.replaceAll('\n', eol)}${eol}`);
  const end = { start: text.length, end: text.length };
  return {
    read: (variable) => `${type}.Read(${csharpVariable(variable)})`,
    edits: () => (added.length > 0 ? [{ span: end, text: (text.endsWith('\n') ? '' : eol) + added.join('') }] : []),
  };
}
