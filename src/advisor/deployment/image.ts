import { type CodeLanguage, packagesOf } from '../../knowledge/code';
import type { Method } from '../../knowledge/method';
import { METHOD_FACTS } from '../../knowledge/method';
import type { Deployed, DeploymentPiece } from './piece';

/** An image that holds the program and what it imports, and no credential: neither `.oci` nor a key is copied. */
export function dockerfile(
  method: Method,
  { language, file, program }: Required<Pick<Deployed, 'language' | 'file' | 'program'>>,
): DeploymentPiece {
  const title = METHOD_FACTS[method].principal
    ? 'The program alone: its credential comes from where it runs'
    : 'The program alone: hand its credential over when it starts, never as ENV, ARG or COPY';
  return {
    title,
    file: 'Dockerfile',
    text: `${TEXTS[language](file, packagesOf(language, program), program).join('\n')}\n`,
  };
}

/** `openai` would be a word of a shell that is safe; `oci[adk]` is not. */
const words = (packages: readonly string[]): string =>
  packages.map((name) => (/^[\w@/.-]+$/.test(name) ? name : `'${name}'`)).join(' ');

type Writer = (file: string, packages: readonly string[], program: string) => readonly string[];

const TEXTS: Readonly<Record<CodeLanguage, Writer>> = {
  python: (file, packages) => [
    'FROM python:3.12-slim',
    'WORKDIR /app',
    ...(packages.length > 0 ? [`RUN pip install --no-cache-dir ${words(packages)}`] : []),
    `COPY ${file} .`,
    'USER nobody',
    `CMD ["python", "${file}"]`,
  ],
  typescript: (file, packages) => [
    'FROM node:22-slim',
    'WORKDIR /app',
    `RUN npm install ${words([...packages, 'tsx'])}`,
    `COPY ${file} .`,
    'USER node',
    `CMD ["node", "--import", "tsx", "${file}"]`,
  ],
  java: (file) => [
    'FROM maven:3-eclipse-temurin-21 AS build',
    'WORKDIR /build',
    'COPY pom.xml .',
    `COPY ${file} src/main/java/`,
    'RUN mvn -q package dependency:copy-dependencies',
    'FROM eclipse-temurin:21-jre',
    'WORKDIR /app',
    'COPY --from=build /build/target/classes classes',
    'COPY --from=build /build/target/dependency dependency',
    'USER nobody',
    'CMD ["java", "-cp", "classes:dependency/*", "Main"]',
  ],
  go: (file) => [
    'FROM golang:1.25 AS build',
    'WORKDIR /build',
    `COPY ${file} .`,
    'RUN go mod init genai && go mod tidy && CGO_ENABLED=0 go build -o /genai',
    'FROM gcr.io/distroless/static:nonroot',
    'COPY --from=build /genai /genai',
    'CMD ["/genai"]',
  ],
  csharp: (file) => [
    'FROM mcr.microsoft.com/dotnet/sdk:8.0 AS build',
    'WORKDIR /build',
    `COPY *.csproj ${file} ./`,
    'RUN dotnet publish -p:AssemblyName=app -o /app',
    'FROM mcr.microsoft.com/dotnet/runtime:8.0',
    'WORKDIR /app',
    'COPY --from=build /app .',
    'USER nobody',
    'CMD ["dotnet", "app.dll"]',
  ],
  shell: (file, _, program) => [
    'FROM python:3.12-slim',
    'WORKDIR /app',
    ...toolsOf(program),
    `COPY ${file} .`,
    'USER nobody',
    `CMD ["bash", "-e", "${file}"]`,
  ],
};

/** What a script calls, and the image does not have. */
function toolsOf(program: string): readonly string[] {
  const tools = ['curl', 'jq', 'openssl'].filter((tool) => new RegExp(`\\b${tool} `).test(program));
  return [
    ...(tools.length > 0
      ? [
          `RUN apt-get update && apt-get install -y --no-install-recommends ${tools.join(' ')} && rm -rf /var/lib/apt/lists/*`,
        ]
      : []),
    ...(/\boci [a-z-]/.test(program) ? ['RUN pip install --no-cache-dir oci-cli'] : []),
  ];
}
