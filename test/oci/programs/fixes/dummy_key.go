package main

import (
	"context"
	"fmt"
	"log"

	"github.com/openai/openai-go/v3"
	"github.com/openai/openai-go/v3/option"
)

func main() {
	client := openai.NewClient(
		option.WithBaseURL("https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1"),
		option.WithAPIKey("not-used"),
		option.WithHeader("OpenAI-Project", "ocid1.generativeaiproject.oc1.us-chicago-1.example"),
		option.WithMaxRetries(0),
	)
	answer, err := client.Chat.Completions.New(context.Background(), openai.ChatCompletionNewParams{
		Model:    "openai.gpt-oss-120b",
		Messages: []openai.ChatCompletionMessageParamUnion{openai.UserMessage("Hello")},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(answer.Choices[0].Message.Content)
}
