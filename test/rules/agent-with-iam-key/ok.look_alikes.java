package com.example.agents;

import com.example.vendor.AgentClient;
import com.oracle.bmc.auth.AuthenticationDetailsProvider;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.computeinstanceagent.ComputeInstanceAgentClient;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;
import com.oracle.bmc.managementagent.ManagementAgentClient;

class LookAlikes {
  private final BasicAuthenticationDetailsProvider given;
  private AuthenticationDetailsProvider later;

  LookAlikes(BasicAuthenticationDetailsProvider given) {
    this.given = given;
  }

  void principals() throws Exception {
    GenerativeAiAgentRuntimeClient.builder().build(InstancePrincipalsAuthenticationDetailsProvider.builder().build());
    GenerativeAiAgentRuntimeClient.builder().build(ResourcePrincipalAuthenticationDetailsProvider.builder().build());
    GenerativeAiAgentRuntimeClient.builder().build(OkeWorkloadIdentityAuthenticationDetailsProvider.builder().build());
    GenerativeAiAgentRuntimeClient.builder().build(new SessionTokenAuthenticationDetailsProvider("DEFAULT"));
  }

  void unknown(BasicAuthenticationDetailsProvider provider) {
    GenerativeAiAgentRuntimeClient.builder().build(provider);
    GenerativeAiAgentRuntimeClient.builder().build(given);
    GenerativeAiAgentRuntimeClient.builder().build(later);
  }

  BasicAuthenticationDetailsProvider eitherOf(String kind) throws Exception {
    if ("local".equals(kind)) {
      return new ConfigFileAuthenticationDetailsProvider("DEFAULT");
    }
    return InstancePrincipalsAuthenticationDetailsProvider.builder().build();
  }

  void branches(String kind) throws Exception {
    GenerativeAiAgentRuntimeClient.builder().build(eitherOf(kind));
    BasicAuthenticationDetailsProvider provider;
    switch (kind) {
      case "file":
        provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
        break;
      default:
        provider = ResourcePrincipalAuthenticationDetailsProvider.builder().build();
    }
    GenerativeAiAgentRuntimeClient.builder().build(provider);
  }

  void others() throws Exception {
    var provider = new ConfigFileAuthenticationDetailsProvider("DEFAULT");
    GenerativeAiInferenceClient.builder().build(provider);
    ComputeInstanceAgentClient.builder().build(provider);
    ManagementAgentClient.builder().build(provider);
    AgentClient.builder().authProvider(provider).build();
  }
}
