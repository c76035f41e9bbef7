// Mocha's own report, and one line at the end that the test runner adds up.
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      reporters.Base.consoleLog('# counts %d %d %d', passes, failures, pending);
    });
  }
};
