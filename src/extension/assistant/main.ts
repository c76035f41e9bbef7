// Everything that is loaded when somebody asks for it, and not before.
export { afterFix } from '../after-fix';
export { doctor } from '../doctor/doctor';
export { explainError } from '../explain/explain';
export { keepSecret } from '../keep-secret';
export { generatePolicy } from '../policy/generate';
export { chooseAndSetUp } from '../wizard/wizard';
export { repairWorkspace } from '../workspace-repair';
export { restorePage } from './restore';
