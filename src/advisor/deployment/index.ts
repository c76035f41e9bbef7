import { EXCHANGED, exchangeScript } from '../../knowledge/code';
import type { Method } from '../../knowledge/method';
import type { Place } from '../../knowledge/place';
import { functionPieces } from './functions';
import { dockerfile } from './image';
import { serviceAccount } from './kubernetes';
import { DEFAULT_SERVICE_ACCOUNT, type Deployed, type DeploymentPiece, PROGRAM_FILES } from './piece';
import { OWN_EXCHANGE, workflowOfExchange, workflowOfKey } from './pipeline';
import { trust } from './trust';

export {
  DEFAULT_SERVICE_ACCOUNT,
  type Deployed,
  type DeploymentPiece,
  PROGRAM_FILES,
  type ServiceAccount,
} from './piece';

/** What to deploy so that the method has its credential there; empty where code alone is enough. */
export function deployment(place: Place, method: Method, deployed: Deployed = {}): readonly DeploymentPiece[] {
  const { region = 'us-chicago-1', account = DEFAULT_SERVICE_ACCOUNT, language = 'python', program = '' } = deployed;
  const all = { region, account, language, program, file: deployed.file ?? PROGRAM_FILES[language] };
  const pieces: DeploymentPiece[] = [];
  if (place === 'functions') pieces.push(...functionPieces(method, all));
  if (place === 'oke' && method === 'oke-workload-identity') pieces.push(serviceAccount(region, account));
  if (method === 'token-exchange') {
    pieces.push(trust(place));
    if (!OWN_EXCHANGE.has(language)) pieces.push(exchange(region));
    if (place === 'ci') pieces.push(workflowOfExchange(all));
  }
  if (place === 'ci' && method === 'genai-api-key') pieces.push(workflowOfKey(all));
  if (CONTAINERS.has(place)) pieces.push(dockerfile(method, all));
  if (CONTAINERS.has(place) || place === 'functions') pieces.push(DOCKERIGNORE);
  return pieces;
}

/** Places that run an image which somebody builds; Functions builds its own. */
const CONTAINERS: ReadonlySet<Place> = new Set(['oke', 'container-instances', 'hosted-application']);

const DOCKERIGNORE: DeploymentPiece = {
  title: 'No key in the image: the principal needs none',
  file: '.dockerignore',
  text: '**/.oci\n**/*.pem\n**/.env\n',
};

const exchange = (region: string): DeploymentPiece => ({
  title: 'The SDK exchanges no token: this does, and the code reads the session that it begins',
  file: EXCHANGED.file,
  text: `set -e\n${exchangeScript(region)}`,
});
