// Everything that is loaded when somebody asks for it, and not before.
export { doctor } from '../doctor/doctor';
export { explainError, recognises } from '../explain/explain';
export { generatePolicy } from '../policy/generate';
export { chooseAndSetUp } from '../wizard/wizard';
export { repairWorkspace } from '../workspace-repair';
