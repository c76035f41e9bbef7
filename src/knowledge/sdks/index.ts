import { Catalogue } from './catalogue';
import { CSHARP_FRAMEWORKS } from './csharp-frameworks';
import { CSHARP_HTTP, CSHARP_STANDARD } from './csharp-http';
import { CSHARP_OCI } from './csharp-oci';
import type { Sdk } from './fact';
import { GO_FRAMEWORKS } from './go-frameworks';
import { GO_HTTP, GO_STANDARD } from './go-http';
import { GO_OCI } from './go-oci';
import { JAVA_FRAMEWORKS } from './java-frameworks';
import { JAVA_HTTP, JAVA_STANDARD } from './java-http';
import { JAVA_OCI } from './java-oci';
import { PLSQL } from './plsql';
import { POWERSHELL } from './powershell';
import { PYTHON_FRAMEWORKS } from './python-frameworks';
import { PYTHON_HTTP, PYTHON_STANDARD } from './python-http';
import { PYTHON_OCI } from './python-oci';
import { SHELL } from './shell';
import { TYPESCRIPT_FRAMEWORKS } from './typescript-frameworks';
import { TYPESCRIPT_HTTP, TYPESCRIPT_STANDARD } from './typescript-http';
import { TYPESCRIPT_OCI } from './typescript-oci';

/** Every SDK and framework that the linter, the fixes and the wizard know. */
export const SDKS: readonly Sdk[] = [
  PYTHON_OCI,
  PYTHON_FRAMEWORKS,
  PYTHON_HTTP,
  PYTHON_STANDARD,
  TYPESCRIPT_OCI,
  TYPESCRIPT_FRAMEWORKS,
  TYPESCRIPT_HTTP,
  TYPESCRIPT_STANDARD,
  GO_OCI,
  GO_FRAMEWORKS,
  GO_HTTP,
  GO_STANDARD,
  CSHARP_OCI,
  CSHARP_FRAMEWORKS,
  CSHARP_HTTP,
  CSHARP_STANDARD,
  JAVA_OCI,
  JAVA_FRAMEWORKS,
  JAVA_HTTP,
  JAVA_STANDARD,
  SHELL,
  POWERSHELL,
  PLSQL,
];

/** The catalogue of one language; `extra` is for tests that add an SDK. */
export function catalogueOf(language: string, extra: readonly Sdk[] = []): Catalogue {
  return new Catalogue([...SDKS, ...extra].filter((sdk) => sdk.languages.includes(language)));
}
