using Oci.Common;
using Oci.Common.Auth;
using Oci.GenerativeaiagentService;

namespace Samples.Types
{
    public class Fields
    {
        private readonly IAuthenticationDetailsProvider _simple;
        private readonly IAuthenticationDetailsProvider _read = new ConfigFileAuthenticationDetailsProvider("DEFAULT");

        public Fields(string profile)
        {
            _simple = new SimpleAuthenticationDetailsProvider
            {
                TenantId = "t",
                UserId = "u",
                Region = Region.US_CHICAGO_1,
                PrivateKeySupplier = new FilePrivateKeySupplier("k.pem", ""),
            };
        }

        public GenerativeAiAgentClient Simple() => new GenerativeAiAgentClient(_simple, new ClientConfiguration()); // <- agent-with-iam-key

        public GenerativeAiAgentClient Read() => new GenerativeAiAgentClient(_read); // <- agent-with-iam-key
    }

    public class Locals
    {
        public static GenerativeAiAgentClient Named()
        {
            ConfigFileAuthenticationDetailsProvider provider = new ConfigFileAuthenticationDetailsProvider("~/.oci/config", "CHICAGO");
            return new GenerativeAiAgentClient(provider); // <- agent-with-iam-key
        }

        public static GenerativeAiAgentClient Passed()
        {
            IAuthenticationDetailsProvider provider = Auth("FRANKFURT");
            return Make(provider);
        }

        private static IAuthenticationDetailsProvider Auth(string profile)
        {
            return new ConfigFileAuthenticationDetailsProvider(profile);
        }

        private static GenerativeAiAgentClient Make(IAuthenticationDetailsProvider provider) => new(provider); // <- agent-with-iam-key
    }
}
