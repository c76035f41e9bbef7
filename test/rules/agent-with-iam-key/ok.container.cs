using Microsoft.Extensions.DependencyInjection;
using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;

var services = new ServiceCollection();
services.AddSingleton<IBasicAuthenticationDetailsProvider>(_ =>
    Environment.GetEnvironmentVariable("OCI_RESOURCE_PRINCIPAL_VERSION") is null
        ? new ConfigFileAuthenticationDetailsProvider("DEFAULT")
        : ResourcePrincipalAuthenticationDetailsProvider.GetProvider());
services.AddSingleton(sp =>
    new GenerativeAiAgentRuntimeClient(sp.GetRequiredService<IBasicAuthenticationDetailsProvider>()));
services.AddSingleton<IUnrelated>(_ => new ConfigFileAuthenticationDetailsProvider("DEFAULT"));

public class Consumer(IOther other)
{
    // Nothing is registered for this type.
    public GenerativeAiAgentRuntimeClient Open() => new(other);
}

public class Overloaded
{
    private static IBasicAuthenticationDetailsProvider Make() =>
        ResourcePrincipalAuthenticationDetailsProvider.GetProvider();

    private static IBasicAuthenticationDetailsProvider Make(string profile) =>
        new ConfigFileAuthenticationDetailsProvider(profile);

    public static GenerativeAiAgentRuntimeClient Open() => new(Make());
}
