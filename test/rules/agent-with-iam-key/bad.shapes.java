package com.example.agents;

import com.oracle.bmc.Region;
import com.oracle.bmc.adk.client.AgentClient;
import com.oracle.bmc.auth.AuthenticationDetailsProvider;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SimpleAuthenticationDetailsProvider;
import com.oracle.bmc.auth.*;
import com.oracle.bmc.ConfigFileReader;
import com.oracle.bmc.generativeaiagent.GenerativeAiAgentClient;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class Shapes {
  static void direct() throws Exception {
    var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
    var client = GenerativeAiAgentRuntimeClient.builder().region(Region.US_CHICAGO_1).build(provider); // <- agent-with-iam-key
    GenerativeAiAgentClient old = new GenerativeAiAgentClient(provider); // <- agent-with-iam-key
  }

  static void inTryWithResources(String path) throws Exception {
    AuthenticationDetailsProvider provider =
        new ConfigFileAuthenticationDetailsProvider(ConfigFileReader.parse(path, "AGENTS"));
    try (GenerativeAiAgentRuntimeClient client = GenerativeAiAgentRuntimeClient.builder().build(provider)) { // <- agent-with-iam-key
      client.chat(null);
    }
  }

  static void simple(String tenancy, String user, String print, Supplier<java.io.InputStream> key) {
    SimpleAuthenticationDetailsProvider provider =
        SimpleAuthenticationDetailsProvider.builder()
            .tenantId(tenancy)
            .userId(user)
            .fingerprint(print)
            .privateKeySupplier(key)
            .build();
    GenerativeAiAgentClient.Builder builder = GenerativeAiAgentClient.builder();
    builder.region(Region.US_CHICAGO_1);
    GenerativeAiAgentClient client = builder.build(provider); // <- agent-with-iam-key
  }

  static void kit() throws Exception {
    AgentClient.builder().authProvider(new ConfigFileAuthenticationDetailsProvider("DEFAULT")).build(); // <- agent-with-iam-key
  }

  static void fullNames() throws Exception {
    new com.oracle.bmc.generativeaiagent.GenerativeAiAgentClient(new com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider("X")); // <- agent-with-iam-key
  }

  static void chosen(String kind) throws Exception {
    var provider = switch (kind) {
      case "file" -> new ConfigFileAuthenticationDetailsProvider("A");
      case "other" -> {
        String profile = "B";
        yield new ConfigFileAuthenticationDetailsProvider(profile);
      }
      default -> throw new IllegalArgumentException(kind);
    };
    GenerativeAiAgentRuntimeClient.builder().build(provider); // <- agent-with-iam-key
  }

  static void supplied() {
    Supplier<AuthenticationDetailsProvider> supplier = () -> new ConfigFileAuthenticationDetailsProvider("A");
    Supplier<AuthenticationDetailsProvider> other = new Supplier<>() {
      @Override
      public AuthenticationDetailsProvider get() {
        return new ConfigFileAuthenticationDetailsProvider("A");
      }
    };
    GenerativeAiAgentRuntimeClient.builder().build(supplier.get()); // <- agent-with-iam-key
    GenerativeAiAgentRuntimeClient.builder().build(other.get()); // <- agent-with-iam-key
  }

  static AuthenticationDetailsProvider helper() throws Exception {
    try {
      return new ConfigFileAuthenticationDetailsProvider("A");
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  static void helped() throws Exception {
    GenerativeAiAgentRuntimeClient.builder().build(helper()); // <- agent-with-iam-key
    GenerativeAiAgentRuntimeClient.builder().build(Shapes.helper()); // <- agent-with-iam-key
    GenerativeAiAgentRuntimeClient.builder().build(Auth.FILE.make()); // <- agent-with-iam-key
    GenerativeAiAgentRuntimeClient.builder().build(new Holder(helper()).provider()); // <- agent-with-iam-key
  }

  record Holder(AuthenticationDetailsProvider provider) {}

  enum Auth {
    FILE("DEFAULT");

    private final String profile;

    Auth(String profile) {
      this.profile = profile;
    }

    AuthenticationDetailsProvider make() {
      return new ConfigFileAuthenticationDetailsProvider(profile);
    }
  }
}

class Fields {
  private AuthenticationDetailsProvider provider = null;
  private final GenerativeAiAgentRuntimeClient client;

  Fields(String profile) throws Exception {
    this.provider = new ConfigFileAuthenticationDetailsProvider(profile);
    client = GenerativeAiAgentRuntimeClient.builder().build(provider); // <- agent-with-iam-key
  }

  Fields() throws Exception {
    this("DEFAULT");
  }
}

class Passed {
  private final GenerativeAiAgentClient client;

  Passed(BasicAuthenticationDetailsProvider provider) {
    this.client = GenerativeAiAgentClient.builder().build(provider); // <- agent-with-iam-key
  }

  static Passed make() throws Exception {
    return new Passed(Shapes.helper());
  }
}

class Lazily {
  private GenerativeAiAgentClient client;

  private AuthenticationDetailsProvider provider() throws Exception {
    return new ConfigFileAuthenticationDetailsProvider("DEFAULT");
  }

  GenerativeAiAgentClient client() throws Exception {
    if (client == null) {
      var provider = provider();
      client = GenerativeAiAgentClient.builder().build(provider); // <- agent-with-iam-key
    }
    return client;
  }
}

@Configuration
class Beans {
  @Bean
  BasicAuthenticationDetailsProvider provider() throws Exception {
    return new ConfigFileAuthenticationDetailsProvider("DEFAULT");
  }

  @Bean
  GenerativeAiAgentRuntimeClient client(BasicAuthenticationDetailsProvider provider) {
    return GenerativeAiAgentRuntimeClient.builder().build(provider); // <- agent-with-iam-key
  }
}
