/** A Java program of about a given number of lines, as a service that talks to OCI reads: clients, helpers, records. */
export function javaProgram(lines: number, withTriggers: boolean): string {
  const parts: string[] = withTriggers ? [...HEAD] : [...QUIET_HEAD];
  let count = parts.length;
  // A file of 10,000 lines has more clients, not ten times as many.
  const every = lines > 5_000 ? 16 : 4;
  for (let number = 0; count < lines - 1; number += 1) {
    const block =
      withTriggers && number % every === 1 ? client(number, every) : (PLAIN[number % PLAIN.length] ?? table)(number);
    parts.push(...block);
    count += block.length;
  }
  return `${[...parts, '}'].join('\n')}\n`;
}

const QUIET_HEAD: readonly string[] = [
  'package com.example.answers;',
  '',
  'import java.util.ArrayList;',
  'import java.util.List;',
  'import java.util.Map;',
  '',
  'public class Answers {',
  '  private final Map<String, String> settings;',
  '',
];

const HEAD: readonly string[] = [
  'package com.example.answers;',
  '',
  'import com.oracle.bmc.Region;',
  'import com.oracle.bmc.auth.AuthenticationDetailsProvider;',
  'import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;',
  'import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;',
  'import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;',
  'import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;',
  'import com.oracle.bmc.generativeaiagentruntime.model.ChatDetails;',
  'import com.oracle.bmc.generativeaiagentruntime.requests.ChatRequest;',
  'import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;',
  'import com.oracle.bmc.generativeaiinference.model.*;',
  'import com.oracle.bmc.generativeaiinference.requests.*;',
  'import java.io.IOException;',
  'import java.util.ArrayList;',
  'import java.util.List;',
  'import java.util.Map;',
  '',
  '/** Answers questions. */',
  'public class Answers {',
  '  private static final Region REGION = Region.US_CHICAGO_1;',
  '  private final BasicAuthenticationDetailsProvider provider;',
  '  private final Map<String, String> settings;',
  '',
  '  public Answers(String profile, Map<String, String> settings) throws IOException {',
  '    this.provider = profile == null',
  '        ? InstancePrincipalsAuthenticationDetailsProvider.builder().build()',
  '        : new ConfigFileAuthenticationDetailsProvider(profile);',
  '    this.settings = settings;',
  '  }',
  '',
];

const client = (number: number, every: number): string[] =>
  number % (2 * every) === 1 ? inference(number) : agent(number);

const inference = (number: number): string[] => [
  '  /** Asks the model; retries are the SDK’s. */',
  `  public String ask${number}(String question) {`,
  '    try (GenerativeAiInferenceClient client =',
  '        GenerativeAiInferenceClient.builder().region(REGION).build(provider)) {',
  '      List<ChatContent> contents = new ArrayList<>();',
  '      contents.add(TextContent.builder().text(question).build());',
  '      UserMessage message = UserMessage.builder().content(contents).build();',
  '      GenericChatRequest details =',
  '          GenericChatRequest.builder().messages(List.of(message)).maxTokens(600).temperature(0.2).build();',
  '      ChatRequest request = ChatRequest.builder()',
  '          .chatDetails(com.oracle.bmc.generativeaiinference.model.ChatDetails.builder()',
  '              .compartmentId(System.getenv("COMPARTMENT_ID"))',
  `              .servingMode(OnDemandServingMode.builder().modelId(settings.get("model-${number}")).build())`,
  '              .chatRequest(details)',
  '              .build())',
  '          .build();',
  '      return client.chat(request).getChatResult().toString();',
  '    }',
  '  }',
  '',
];

const agent = (number: number): string[] => [
  `  public String consult${number}(String question, String session) throws IOException {`,
  '    AuthenticationDetailsProvider signer = new ConfigFileAuthenticationDetailsProvider("DEFAULT");',
  '    GenerativeAiAgentRuntimeClient runtime = GenerativeAiAgentRuntimeClient.builder().region(REGION).build(signer);',
  '    try {',
  '      ChatDetails details = ChatDetails.builder().userMessage(question).sessionId(session).build();',
  '      return runtime.chat(ChatRequest.builder()',
  `              .agentEndpointId(System.getenv("ENDPOINT_${number}"))`,
  '              .chatDetails(details)',
  '              .build())',
  '          .getChatResult().getMessage().getContent().getText();',
  '    } finally {',
  '      runtime.close();',
  '    }',
  '  }',
  '',
];

const table = (number: number): string[] => [
  `  /** The rows of table ${number}, kept by name. */`,
  `  public List<Map<String, Object>> select${number}(List<String> names, Map<String, Map<String, Object>> rows) {`,
  '    List<Map<String, Object>> found = new ArrayList<>();',
  '    for (String name : names) {',
  '      Map<String, Object> row = rows.get(name);',
  '      if (row == null) {',
  `        throw new IllegalArgumentException("no row " + name + " in table ${number}");`,
  '      }',
  '      if (found.size() < 100 && Boolean.TRUE.equals(row.get("active"))) {',
  '        row.put("label", String.format("%s-%d", name, found.size()));',
  '        found.add(row);',
  '      }',
  '    }',
  '    return found;',
  '  }',
  '',
];

const setting = (number: number): string[] => [
  `  private final String label${number} = "label-${number}";`,
  '',
  `  public String label${number}() {`,
  `    return settings.getOrDefault(label${number}, "none");`,
  '  }',
  '',
];

const holder = (number: number): string[] => [
  `  public static class Page${number} {`,
  '    private final List<String> lines = new ArrayList<>();',
  '    private int width = 80;',
  '',
  `    public Page${number} width(int width) {`,
  '      this.width = width;',
  '      return this;',
  '    }',
  '',
  '    public String print(String text) {',
  '      StringBuilder built = new StringBuilder();',
  '      for (int at = 0; at < text.length(); at += width) {',
  '        built.append(text, at, Math.min(text.length(), at + width)).append("\\n");',
  '      }',
  '      lines.add(built.toString());',
  '      return built.toString();',
  '    }',
  '  }',
  '',
];

const PLAIN = [table, setting, holder] as const;
