using Microsoft.Extensions.DependencyInjection;
using Oci.Common.Auth;
using Oci.GenerativeaiagentService;
using Oci.GenerativeaiagentruntimeService;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IBasicAuthenticationDetailsProvider>(_ =>
    new ConfigFileAuthenticationDetailsProvider("DEFAULT"));
builder.Services.AddSingleton(provider =>
    new GenerativeAiAgentRuntimeClient(provider.GetRequiredService<IBasicAuthenticationDetailsProvider>())); // <- agent-with-iam-key
builder.Services.AddScoped<IProviders, Providers>().AddScoped<Management>();
var app = builder.Build();
app.Run();

public interface IProviders
{
    IBasicAuthenticationDetailsProvider Agents();
}

public class Providers : IProviders
{
    public IBasicAuthenticationDetailsProvider Agents() => new ConfigFileAuthenticationDetailsProvider("AGENTS");
}

public class Management(IBasicAuthenticationDetailsProvider provider, IProviders providers)
{
    private readonly GenerativeAiAgentClient _client = new(provider); // <- agent-with-iam-key

    public GenerativeAiAgentClient Other() => new(providers.Agents()); // <- agent-with-iam-key
}

public partial class Split
{
    private readonly IBasicAuthenticationDetailsProvider _auth;
}

public partial class Split
{
    public Split() => _auth = new ConfigFileAuthenticationDetailsProvider("DEFAULT");

    public GenerativeAiAgentClient Open() => new GenerativeAiAgentClient(_auth); // <- agent-with-iam-key
}

public class Overloaded
{
    private readonly IBasicAuthenticationDetailsProvider _auth;

    public Overloaded() : this("DEFAULT") { }

    public Overloaded(string profile) => _auth = Make(profile);

    public Overloaded(string file, string profile) => _auth = Make(file, profile);

    public GenerativeAiAgentClient Open() => new(_auth); // <- agent-with-iam-key

    private static IBasicAuthenticationDetailsProvider Make(string profile) =>
        new ConfigFileAuthenticationDetailsProvider(profile);

    private static IBasicAuthenticationDetailsProvider Make(string file, string profile) =>
        new ConfigFileAuthenticationDetailsProvider(file, profile);
}
