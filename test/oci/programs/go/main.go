// Calls every plane with one method and prints, line by line, what each answered.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/common/auth"
	"github.com/oracle/oci-go-sdk/v65/generativeai"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagent"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
	"github.com/oracle/oci-go-sdk/v65/generativeaidata"
	"github.com/oracle/oci-go-sdk/v65/generativeaiinference"
	"github.com/oracle/oci-go-sdk/v65/identity"
)

const (
	region    = "us-chicago-1"
	domain    = region + ".oci.oraclecloud.com"
	inference = "https://inference.generativeai." + domain
	model     = "meta.llama-3.3-70b-instruct"
)

var (
	compartment = os.Getenv("COMPARTMENT")
	hostedOAuth = "https://application.generativeai." + domain + "/20251112/hostedApplications/" + os.Getenv("HOSTED_APPLICATION") + "/actions/invoke/ask"
	hostedIam   = inference + "/20251112/hostedApplicationsIam/" + os.Getenv("HOSTED_APPLICATION_IAM") + "/actions/invoke/ask"
)

type operation struct {
	plane, verb, url, body string
}

// The planes that no client of the SDK serves.
var rawOperations = []operation{
	{"vector-stores", "GET", "https://generativeai." + domain + "/20231130/openai/v1/vector_stores", ""},
	{"hosted-application-oauth", "POST", hostedOAuth, "{}"},
	{"hosted-application-iam", "POST", hostedIam, "{}"},
}

// The others, for callers that hold no signer.
var clientOperations = []operation{
	{"inference-native", "POST", inference + "/20231130/actions/chat", "{}"},
	{"agent-runtime", "POST", "https://agent-runtime.generativeai." + domain + "/20240531/agentEndpoints/x/sessions", "{}"},
	{"agent-management", "GET", "https://agent.generativeai." + domain + "/20240531/agents", ""},
	{"genai-management", "GET", "https://generativeai." + domain + "/20231130/models", ""},
	{"nl2sql", "POST", inference + "/20260325/semanticStores/x/actions/generateSqlFromNl", "{}"},
	{"other-oci", "GET", "https://identity." + domain + "/20160918/regions", ""},
}

type statusError int

func (status statusError) Error() string { return fmt.Sprint(int(status)) }

func report(plane, via string, err error) {
	var status any = 200
	if failure, ok := common.IsServiceError(err); ok {
		status = failure.GetHTTPStatusCode()
	} else if failure, ok := err.(*openai.Error); ok {
		status = failure.StatusCode
	} else if code, ok := err.(statusError); ok {
		status = int(code)
	} else if err != nil {
		status = err.Error()
	}
	line, _ := json.Marshal(struct {
		Plane  string `json:"plane"`
		Via    string `json:"via"`
		Status any    `json:"status"`
	}{plane, via, status})
	fmt.Println(string(line))
}

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func provider(method string) common.ConfigurationProvider {
	home := must(os.UserHomeDir())
	switch method {
	case "iam-api-key":
		return common.DefaultConfigProvider()
	case "session-token":
		return common.CustomProfileSessionTokenConfigProvider(home+"/.oci/config", "SESSION")
	case "instance-principal":
		return must(auth.InstancePrincipalConfigurationProvider())
	case "resource-principal":
		return must(auth.ResourcePrincipalConfigurationProvider())
	case "oke-workload-identity":
		return must(auth.OkeWorkloadIdentityConfigurationProvider())
	case "delegation-token":
		token := string(must(os.ReadFile(home + "/.oci/delegation_token")))
		return must(auth.InstancePrincipalDelegationTokenConfigurationProvider(&token))
	case "token-exchange":
		return must(auth.TokenExchangeConfigurationProviderFromToken("a.foreign.token", auth.TokenExchangeBuilder{
			DomainUrl:          os.Getenv("OCI_DOMAIN_URL"),
			ClientId:           os.Getenv("OCI_DOMAIN_CLIENT_ID"),
			ClientSecret:       os.Getenv("OCI_DOMAIN_CLIENT_SECRET"),
			Region:             region,
			RequestedTokenType: "urn:oci:token-type:oci-upst",
			SubjectTokenType:   "jwt",
		}))
	}
	panic(method)
}

func send(target operation, authorize func(*http.Request) error) error {
	request := must(http.NewRequest(target.verb, target.url, strings.NewReader(target.body)))
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	request.Header.Set("opc-compartment-id", compartment)
	if err := authorize(request); err != nil {
		return err
	}
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer reply.Body.Close()
	if reply.StatusCode >= 300 {
		return statusError(reply.StatusCode)
	}
	return nil
}

// The OpenAI client; a signing transport takes the place of the bearer header.
func complete(apiKey string, client *http.Client) error {
	chat := openai.NewClient(
		option.WithBaseURL(inference+"/openai/v1"), option.WithAPIKey(apiKey),
		option.WithHTTPClient(client), option.WithMaxRetries(0))
	_, err := chat.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{
		Model:    model,
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Hi")},
	})
	return err
}

type signing struct {
	authorize func(*http.Request) error
}

func (transport signing) RoundTrip(request *http.Request) (*http.Response, error) {
	request.Header.Del("Authorization")
	request.Header.Set("Date", time.Now().UTC().Format(http.TimeFormat))
	request.Header.Set("opc-compartment-id", compartment)
	if err := transport.authorize(request); err != nil {
		return nil, err
	}
	return http.DefaultTransport.RoundTrip(request)
}

func withProvider(credentials common.ConfigurationProvider) {
	ctx := context.Background()
	chat := must(generativeaiinference.NewGenerativeAiInferenceClientWithConfigurationProvider(credentials))
	chat.SetRegion(region)
	_, err := chat.Chat(ctx, generativeaiinference.ChatRequest{ChatDetails: generativeaiinference.ChatDetails{
		CompartmentId: &compartment,
		ServingMode:   generativeaiinference.OnDemandServingMode{ModelId: common.String(model)},
		ChatRequest:   generativeaiinference.GenericChatRequest{},
	}})
	report("inference-native", "generativeaiinference", err)

	runtime := must(generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(credentials))
	runtime.SetRegion(region)
	_, err = runtime.CreateSession(ctx, generativeaiagentruntime.CreateSessionRequest{
		AgentEndpointId: common.String(os.Getenv("AGENT_ENDPOINT")),
	})
	report("agent-runtime", "generativeaiagentruntime", err)

	agents := must(generativeaiagent.NewGenerativeAiAgentClientWithConfigurationProvider(credentials))
	agents.SetRegion(region)
	_, err = agents.ListAgents(ctx, generativeaiagent.ListAgentsRequest{CompartmentId: &compartment})
	report("agent-management", "generativeaiagent", err)

	management := must(generativeai.NewGenerativeAiClientWithConfigurationProvider(credentials))
	management.SetRegion(region)
	_, err = management.ListModels(ctx, generativeai.ListModelsRequest{CompartmentId: &compartment})
	report("genai-management", "generativeai", err)

	sql := must(generativeaidata.NewGenerateSqlClientWithConfigurationProvider(credentials))
	sql.SetRegion(region)
	_, err = sql.GenerateSqlFromNl(ctx, generativeaidata.GenerateSqlFromNlRequest{
		SemanticStoreId: common.String("store"),
		GenerateSqlFromNlDetails: generativeaidata.GenerateSqlFromNlDetails{
			InputNaturalLanguageQuery: common.String("How many?"),
		},
	})
	report("nl2sql", "generativeaidata", err)

	users := must(identity.NewIdentityClientWithConfigurationProvider(credentials))
	users.SetRegion(region)
	_, err = users.ListRegions(ctx)
	report("other-oci", "identity", err)

	// The client's own interceptor and signer know about a delegation token.
	sign := func(request *http.Request) error {
		if chat.Interceptor != nil {
			if err := chat.Interceptor(request); err != nil {
				return err
			}
		}
		return chat.Signer.Sign(request)
	}
	report("inference-openai", "openai + common", complete("unused", &http.Client{Transport: signing{sign}}))
	for _, target := range rawOperations {
		report(target.plane, "signed HTTP", send(target, sign))
	}
}

func withBearer(token string) {
	report("inference-openai", "openai", complete(token, http.DefaultClient))
	for _, target := range append(rawOperations, clientOperations...) {
		report(target.plane, "HTTP", send(target, func(request *http.Request) error {
			request.Header.Set("Authorization", "Bearer "+token)
			return nil
		}))
	}
}

func accessToken() string {
	form := url.Values{"grant_type": {"client_credentials"}, "scope": {"app"}}
	request := must(http.NewRequest("POST", os.Getenv("OCI_DOMAIN_URL")+"/oauth2/v1/token", strings.NewReader(form.Encode())))
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.SetBasicAuth(os.Getenv("OCI_DOMAIN_CLIENT_ID"), os.Getenv("OCI_DOMAIN_CLIENT_SECRET"))
	reply := must(http.DefaultClient.Do(request))
	defer reply.Body.Close()
	var answer struct {
		AccessToken string `json:"access_token"`
	}
	if err := json.Unmarshal(must(io.ReadAll(reply.Body)), &answer); err != nil {
		panic(err)
	}
	return answer.AccessToken
}

func main() {
	switch method := os.Getenv("METHOD"); method {
	case "genai-api-key":
		withBearer(os.Getenv("OCI_GENAI_API_KEY"))
	case "idcs-oauth":
		withBearer(accessToken())
	default:
		withProvider(provider(method))
	}
}
