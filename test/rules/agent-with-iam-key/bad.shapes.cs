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
    private GenerativeAiAgentRuntimeClient _initialised = new(Helper.Provider); // <- agent-with-iam-key
    private static IBasicAuthenticationDetailsProvider shared = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
    private IBasicAuthenticationDetailsProvider later;

    public IBasicAuthenticationDetailsProvider Provider => new ConfigFileAuthenticationDetailsProvider("~/.oci/config", "AGENTS");
    public IBasicAuthenticationDetailsProvider Kept { get; } = new ConfigFileAuthenticationDetailsProvider("DEFAULT");

    public Shapes()
    {
        later = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
        _field = new(shared); // <- agent-with-iam-key
    }

    public static GenerativeAiAgentRuntimeClient Build() => new(Helper.Make("x")); // <- agent-with-iam-key

    public async Task Run(string kind)
    {
        using var one = new GenerativeAiAgentRuntimeClient(Provider); // <- agent-with-iam-key
        using (var two = new Management.GenerativeAiAgentClient(Kept)) // <- agent-with-iam-key
        {
            await two.ListAgents(null);
        }
        GenerativeAiAgentRuntimeClient three = new RuntimeAlias(later); // <- agent-with-iam-key
        var chosen = kind switch
        {
            "a" => new ConfigFileAuthenticationDetailsProvider("A"),
            "b" => new ConfigFileAuthenticationDetailsProvider("B"),
            _ => throw new ArgumentException(kind),
        };
        var four = new GenerativeAiAgentRuntimeClient(authenticationDetailsProvider: chosen); // <- agent-with-iam-key
        var (profile, region) = ("DEFAULT", "us-chicago-1");
        var simple = new SimpleAuthenticationDetailsProvider
        {
            TenantId = Environment.GetEnvironmentVariable("TENANCY"),
            UserId = Environment.GetEnvironmentVariable("USER_OCID"),
        };
        var five = new Oci.GenerativeaiagentruntimeService.GenerativeAiAgentRuntimeClient(simple); // <- agent-with-iam-key
        var made = await Helper.MakeAsync();
        var six = new GenerativeAiAgentRuntimeClient(made ?? throw new InvalidOperationException()); // <- agent-with-iam-key
        var seven = new GenerativeAiAgentRuntimeClient(Helper.MakeAsync().Result); // <- agent-with-iam-key
        IBasicAuthenticationDetailsProvider Local() => new ConfigFileAuthenticationDetailsProvider("LOCAL");
        var eight = new GenerativeAiAgentRuntimeClient(Local()); // <- agent-with-iam-key
        var settings = new Settings { Auth = Kept };
        var nine = new GenerativeAiAgentRuntimeClient(settings.Auth); // <- agent-with-iam-key
        var copy = settings with { Name = "copy" };
        var ten = new GenerativeAiAgentRuntimeClient(copy.Auth); // <- agent-with-iam-key
        Func<string, IBasicAuthenticationDetailsProvider> factory = name => new ConfigFileAuthenticationDetailsProvider(name);
        var eleven = new GenerativeAiAgentRuntimeClient(factory("DEFAULT")); // <- agent-with-iam-key
        if (Kept is ConfigFileAuthenticationDetailsProvider found)
        {
            var twelve = new GenerativeAiAgentRuntimeClient(found); // <- agent-with-iam-key
        }
#if DEBUG
        var auth = new ConfigFileAuthenticationDetailsProvider("DEBUG");
#else
        var auth = new ConfigFileAuthenticationDetailsProvider("RELEASE");
#endif
        var thirteen = new GenerativeAiAgentRuntimeClient(auth); // <- agent-with-iam-key
        IBasicAuthenticationDetailsProvider late = null;
        late ??= new ConfigFileAuthenticationDetailsProvider("DEFAULT");
        var fourteen = new GenerativeAiAgentRuntimeClient(late); // <- agent-with-iam-key
        var records = new Pair(new ConfigFileAuthenticationDetailsProvider("DEFAULT"), "x");
        var fifteen = new GenerativeAiAgentRuntimeClient(records.Auth); // <- agent-with-iam-key
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
    public GenerativeAiAgentRuntimeClient Client { get; } = new GenerativeAiAgentRuntimeClient(provider); // <- agent-with-iam-key
}

public class Derived : GenerativeAiAgentRuntimeClient
{
    public Derived(string profile) : base(new ConfigFileAuthenticationDetailsProvider(profile)) { }

    public static Derived Open() => new Derived("DEFAULT"); // <- agent-with-iam-key
}

internal static class Helper
{
    public static IBasicAuthenticationDetailsProvider Provider { get; } = new ConfigFileAuthenticationDetailsProvider("DEFAULT");

    public static IBasicAuthenticationDetailsProvider Make(string profile)
    {
        try
        {
            return new ConfigFileAuthenticationDetailsProvider(profile);
        }
        catch (Exception)
        {
            throw;
        }
    }

    public static async Task<IBasicAuthenticationDetailsProvider> MakeAsync()
    {
        await Task.Delay(1);
        return new ConfigFileAuthenticationDetailsProvider("DEFAULT");
    }
}
