using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Oci.Common.Auth;
using Oci.GenerativeaiagentruntimeService;
using Management = Oci.GenerativeaiagentService;
using RuntimeAlias = Oci.GenerativeaiagentruntimeService.GenerativeAiAgentRuntimeClient;

namespace Samples.Agents;

public class Shapes
{
    private readonly GenerativeAiAgentRuntimeClient _field;
    private GenerativeAiAgentRuntimeClient _initialised = new(Helper.Provider);
    private static IBasicAuthenticationDetailsProvider shared = OciProviderBad.Choose();
    private IBasicAuthenticationDetailsProvider later;

    public IBasicAuthenticationDetailsProvider Provider => OciProviderBad.Choose("AGENTS");
    public IBasicAuthenticationDetailsProvider Kept { get; } = OciProviderBad.Choose();

    public Shapes()
    {
        later = OciProviderBad.Choose();
        _field = new(shared);
    }

    public static GenerativeAiAgentRuntimeClient Build() => new(Helper.Make("x"));

    public async Task Run(string kind)
    {
        using var one = new GenerativeAiAgentRuntimeClient(Provider);
        using (var two = new Management.GenerativeAiAgentClient(Kept))
        {
            await two.ListAgents(null);
        }
        GenerativeAiAgentRuntimeClient three = new RuntimeAlias(later);
        var chosen = kind switch
        {
            "a" => new ConfigFileAuthenticationDetailsProvider("A"),
            "b" => new ConfigFileAuthenticationDetailsProvider("B"),
            _ => throw new ArgumentException(kind),
        };
        var four = new GenerativeAiAgentRuntimeClient(authenticationDetailsProvider: OciProviderBad.Choose());
        var (profile, region) = ("DEFAULT", "us-chicago-1");
        var simple = OciProviderBad.Choose();
        var five = new Oci.GenerativeaiagentruntimeService.GenerativeAiAgentRuntimeClient(simple);
        var made = await Helper.MakeAsync();
        var six = new GenerativeAiAgentRuntimeClient(made ?? throw new InvalidOperationException());
        var seven = new GenerativeAiAgentRuntimeClient(Helper.MakeAsync().Result);
        IBasicAuthenticationDetailsProvider Local() => OciProviderBad.Choose("LOCAL");
        var eight = new GenerativeAiAgentRuntimeClient(Local());
        var settings = new Settings { Auth = Kept };
        var nine = new GenerativeAiAgentRuntimeClient(settings.Auth);
        var copy = settings with { Name = "copy" };
        var ten = new GenerativeAiAgentRuntimeClient(copy.Auth);
        Func<string, IBasicAuthenticationDetailsProvider> factory = name => OciProviderBad.Choose();
        var eleven = new GenerativeAiAgentRuntimeClient(factory("DEFAULT"));
        if (Kept is ConfigFileAuthenticationDetailsProvider found)
        {
            var twelve = new GenerativeAiAgentRuntimeClient(found);
        }
#if DEBUG
        var auth = new ConfigFileAuthenticationDetailsProvider("DEBUG");
#else
        var auth = new ConfigFileAuthenticationDetailsProvider("RELEASE");
#endif
        var thirteen = new GenerativeAiAgentRuntimeClient(OciProviderBad.Choose());
        IBasicAuthenticationDetailsProvider late = null;
        late ??= OciProviderBad.Choose();
        var fourteen = new GenerativeAiAgentRuntimeClient(late);
        var records = new Pair(OciProviderBad.Choose(), "x");
        var fifteen = new GenerativeAiAgentRuntimeClient(records.Auth);
        var sixteen = new Wrapper(Kept).Client;
    }
}

public record Settings
{
    public IBasicAuthenticationDetailsProvider Auth { get; init; }
    public string Name { get; init; }
}

public record Pair(IBasicAuthenticationDetailsProvider Auth, string Name);

public class Wrapper(IBasicAuthenticationDetailsProvider provider)
{
    public GenerativeAiAgentRuntimeClient Client { get; } = new GenerativeAiAgentRuntimeClient(provider);
}

public class Derived : GenerativeAiAgentRuntimeClient
{
    public Derived(string profile) : base(OciProviderBad.Choose(profile)) { }

    public static Derived Open() => new Derived("DEFAULT");
}

internal static class Helper
{
    public static IBasicAuthenticationDetailsProvider Provider { get; } = OciProviderBad.Choose();

    public static IBasicAuthenticationDetailsProvider Make(string profile)
    {
        try
        {
            return OciProviderBad.Choose(profile);
        }
        catch (Exception)
        {
            throw;
        }
    }

    public static async Task<IBasicAuthenticationDetailsProvider> MakeAsync()
    {
        await Task.Delay(1);
        return OciProviderBad.Choose();
    }
}

internal static class OciProviderBad
{
    /// <summary>Principal on OCI, session token (oci session authenticate) on this machine.</summary>
    public static IBasicAuthenticationDetailsProvider Choose(string profile = "DEFAULT", string file = "")
    {
        if (Has("KUBERNETES_SERVICE_HOST") && !Has("OCI_RESOURCE_PRINCIPAL_RPST"))
            return OkeWorkloadIdentityAuthenticationDetailsProvider.GetProvider();
        if (Has("OCI_RESOURCE_PRINCIPAL_VERSION"))
            return ResourcePrincipalAuthenticationDetailsProvider.GetProvider();
        if (Has("OCI_USE_INSTANCE_PRINCIPAL"))
            return new InstancePrincipalsAuthenticationDetailsProvider();
        profile = System.Environment.GetEnvironmentVariable("OCI_CLI_PROFILE") ?? profile;
        return file == ""
            ? new SessionTokenAuthenticationDetailsProvider(profile)
            : new SessionTokenAuthenticationDetailsProvider(file, profile);
    }

    private static bool Has(string variable) =>
        !string.IsNullOrEmpty(System.Environment.GetEnvironmentVariable(variable));
}
