import { CSHARP_CHOOSER, CSHARP_VAULT, csharpChooserOf, csharpVaultOf } from '../../../knowledge/sdks/csharp-writing';
import { GO_VAULT, GO_VAULT_PACKAGES, goVaultOf } from '../../../knowledge/sdks/go-writing';
import { JAVA_CHOOSER, JAVA_VAULT, javaChooserOf, javaVaultOf } from '../../../knowledge/sdks/java-writing';
import { CHOOSER, chooserOf, VAULT, vaultOf } from '../../../knowledge/sdks/python-writing';
import { COMPUTE_VARIABLE } from '../../../knowledge/sdks/target';
import { TS_VAULT, TS_VAULT_CLIENT, tsVaultOf } from '../../../knowledge/sdks/typescript-writing';
import type { Language, Program } from '../../../source/program';
import { CSharpModule } from '../csharp/module';
import { suffixOf, unitOf } from '../edits';
import { GoModule } from '../go/module';
import { goChooser } from '../go/provider';
import { JavaModule } from '../java/module';
import { endsItself } from '../java/provider';
import { PythonModule } from '../python/module';
import { TypeScriptModule } from '../typescript/module';
import { addChooser } from '../typescript/provider';
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
    const chooser = module.own(CHOOSER, COMPUTE_VARIABLE, (name) => chooserOf(name, oci, os, unit));
    const vault = module.own(VAULT, 'get_secret_bundle', (name) => vaultOf(name, chooser, oci, base64, unit));
    return `${vault}(${pythonVariable(module, variable)})`;
  };
  return { read, edits: () => module.edits() };
}

function inScript(program: Program, uri: string): Reader {
  const module = new TypeScriptModule(program, uri);
  const typed = program.language === 'typescript';
  let wanted = module.has(TS_VAULT);
  const read = (variable: string): string => {
    if (!wanted) {
      addChooser(module, { needsRegion: true, awaits: true });
      module.addFunction(tsVaultOf(module.named(TS_VAULT_CLIENT.module, TS_VAULT_CLIENT.name), typed, module.unit));
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
    const name = module.own(GO_VAULT);
    for (const path of GO_VAULT_PACKAGES.sdk) module.package(`${module.sdk}/${path}`);
    for (const path of GO_VAULT_PACKAGES.standard) module.package(path);
    module.addDeclaration(name, goVaultOf(name, goChooser(module)));
    return `${name}(${goVariable(module, variable)})`;
  };
  return { read, edits: (after) => module.edits(after) };
}

function inJava(program: Program, uri: string): Reader {
  const module = new JavaModule(program);
  const type = JAVA_VAULT + suffixOf(uri);
  const read = (variable: string): string => {
    const chooser = JAVA_CHOOSER + suffixOf(uri);
    const facts = { type: chooser, throws: false, ends: endsItself(program.text), profile: '"DEFAULT"' };
    const name = (path: string): string => module.name(path);
    module.addClass(chooser, javaChooserOf(facts, name, module.unit));
    module.addClass(type, javaVaultOf(type, `${chooser}.choose()`, name, module.unit));
    return `${type}.read(${javaVariable(variable)})`;
  };
  return { read, edits: (after) => module.edits(after) };
}

function inCsharp(program: Program, uri: string): Reader {
  const module = new CSharpModule(program);
  const [chooser, type] = [CSHARP_CHOOSER + suffixOf(uri), CSHARP_VAULT + suffixOf(uri)];
  const read = (variable: string): string => {
    module.addClass(chooser, csharpChooserOf(chooser, module.name));
    module.addClass(type, csharpVaultOf(type, `${chooser}.Choose()`));
    return `${type}.Read(${csharpVariable(variable)})`;
  };
  return { read, edits: () => module.edits() };
}
