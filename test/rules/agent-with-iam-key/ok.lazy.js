const common = require('oci-common');
const { GenerativeAiAgentRuntimeClient } = require('oci-generativeaiagentruntime');

const region = common.Region.US_CHICAGO_1;
const provider = new common.SimpleAuthenticationDetailsProvider('', '', '', '', null, region, 'instance_principal');

exports.client = new GenerativeAiAgentRuntimeClient({ authenticationDetailsProvider: provider });
