// isomorphic-fetch installs a fetch where there is none; Node has one.
export default globalThis.fetch;
