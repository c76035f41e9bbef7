// Everything that is loaded when somebody asks for it, and not before.
export { chooseAndSetUp } from '../wizard/wizard';
