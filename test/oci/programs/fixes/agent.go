package main

import (
	"context"
	"fmt"

	"github.com/oracle/oci-go-sdk/v65/common"
	"github.com/oracle/oci-go-sdk/v65/generativeaiagentruntime"
)

const agentEndpoint = "ocid1.genaiagentendpoint.oc1.us-chicago-1.example"

func main() {
	client, err := generativeaiagentruntime.NewGenerativeAiAgentRuntimeClientWithConfigurationProvider(common.DefaultConfigProvider())
	if err != nil {
		panic(err)
	}
	client.SetRegion("us-chicago-1")
	answer, err := client.CreateSession(context.Background(), generativeaiagentruntime.CreateSessionRequest{
		AgentEndpointId:      common.String(agentEndpoint),
		CreateSessionDetails: generativeaiagentruntime.CreateSessionDetails{DisplayName: common.String("chat")},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(*answer.Id)
}
