package com.example.agents;

import com.oracle.bmc.Region;
import com.oracle.bmc.auth.AuthenticationDetailsProvider;
import com.oracle.bmc.auth.ConfigFileAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SimpleAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

public class Shared {
    private final AuthenticationDetailsProvider kept;

    Shared(AuthenticationDetailsProvider kept) {
        this.kept = kept;
    }

    static AuthenticationDetailsProvider auth() throws IOException {
        return new ConfigFileAuthenticationDetailsProvider("DEFAULT");
    }

    static GenerativeAiAgentRuntimeClient named() throws IOException {
        AuthenticationDetailsProvider provider = auth();
        return GenerativeAiAgentRuntimeClient.builder().build(provider); // <- agent-with-iam-key
    }

    static Shared made() throws IOException {
        return new Shared(auth());
    }

    GenerativeAiAgentRuntimeClient client() {
        return GenerativeAiAgentRuntimeClient.builder().build(kept); // <- agent-with-iam-key
    }

    static GenerativeAiAgentRuntimeClient inRegion(String tenancy, String user, String print, Supplier<InputStream> key) {
        SimpleAuthenticationDetailsProvider simple = SimpleAuthenticationDetailsProvider.builder()
            .tenantId(tenancy)
            .userId(user)
            .fingerprint(print)
            .privateKeySupplier(key)
            .region(Region.US_CHICAGO_1)
            .build();
        return GenerativeAiAgentRuntimeClient.builder().build(simple); // <- agent-with-iam-key
    }

    static GenerativeAiAgentRuntimeClient chosen(boolean first) throws IOException {
        AuthenticationDetailsProvider provider;
        if (first) {
            provider = new ConfigFileAuthenticationDetailsProvider("FIRST");
        } else {
            provider = new ConfigFileAuthenticationDetailsProvider("~/.oci/other", "SECOND");
        }
        return GenerativeAiAgentRuntimeClient.builder().build(provider); // <- agent-with-iam-key
    }
}
