#!/usr/bin/env node
// Stands in for the `code` executable: takes the arguments that @vscode/test-electron passes.
require('tsx/cjs');
require('./code-main.ts');
