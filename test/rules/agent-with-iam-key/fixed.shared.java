package com.example.agents;

import com.oracle.bmc.Region;
import com.oracle.bmc.auth.AuthCachingPolicy;
import com.oracle.bmc.auth.BasicAuthenticationDetailsProvider;
import com.oracle.bmc.auth.InstancePrincipalsAuthenticationDetailsProvider;
import com.oracle.bmc.auth.RegionProvider;
import com.oracle.bmc.auth.ResourcePrincipalAuthenticationDetailsProvider;
import com.oracle.bmc.auth.SessionTokenAuthenticationDetailsProvider;
import com.oracle.bmc.auth.okeworkloadidentity.OkeWorkloadIdentityAuthenticationDetailsProvider;
import com.oracle.bmc.generativeaiagentruntime.GenerativeAiAgentRuntimeClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

public class Shared {
    private final BasicAuthenticationDetailsProvider kept;

    Shared(BasicAuthenticationDetailsProvider kept) {
        this.kept = kept;
    }

    static BasicAuthenticationDetailsProvider auth() throws IOException {
        return OciProviderBad.choose();
    }

    static GenerativeAiAgentRuntimeClient named() throws IOException {
        BasicAuthenticationDetailsProvider provider = auth();
        return GenerativeAiAgentRuntimeClient.builder().build(provider);
    }

    static Shared made() throws IOException {
        return new Shared(auth());
    }

    GenerativeAiAgentRuntimeClient client() {
        return GenerativeAiAgentRuntimeClient.builder().build(kept);
    }

    static GenerativeAiAgentRuntimeClient inRegion(String tenancy, String user, String print, Supplier<InputStream> key) {
        BasicAuthenticationDetailsProvider simple = new OciInRegionBad(OciProviderBad.choose(), Region.US_CHICAGO_1);
        return GenerativeAiAgentRuntimeClient.builder().build(simple);
    }

    static GenerativeAiAgentRuntimeClient chosen(boolean first) throws IOException {
        BasicAuthenticationDetailsProvider provider;
        if (first) {
            provider = OciProviderBadFirst.choose();
        } else {
            provider = OciProviderBadOciOtherSecond.choose();
        }
        return GenerativeAiAgentRuntimeClient.builder().build(provider);
    }
}

final class OciProviderBad {
    private OciProviderBad() {}

    /** Principal on OCI, session token (oci session authenticate) on this machine. */
    static BasicAuthenticationDetailsProvider choose() {
        // The provider of OKE comes with oci-java-sdk-addons-oke-workload-identity.
        if (has("KUBERNETES_SERVICE_HOST") && !has("OCI_RESOURCE_PRINCIPAL_RPST")) {
            return OkeWorkloadIdentityAuthenticationDetailsProvider.builder().build();
        }
        if (has("OCI_RESOURCE_PRINCIPAL_VERSION")) {
            return ResourcePrincipalAuthenticationDetailsProvider.builder().build();
        }
        if (has("OCI_USE_INSTANCE_PRINCIPAL")) {
            return InstancePrincipalsAuthenticationDetailsProvider.builder().build();
        }
        String profile = has("OCI_CLI_PROFILE") ? System.getenv("OCI_CLI_PROFILE") : "DEFAULT";
        try {
            return new SessionTokenAuthenticationDetailsProvider(profile);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean has(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}

/** Keeps the region that clients of a provider work in. */
@AuthCachingPolicy(cacheKeyId = false, cachePrivateKey = false)
final class OciInRegionBad implements BasicAuthenticationDetailsProvider, RegionProvider {
    private final BasicAuthenticationDetailsProvider provider;
    private final com.oracle.bmc.Region region;

    OciInRegionBad(BasicAuthenticationDetailsProvider provider, com.oracle.bmc.Region region) {
        this.provider = provider;
        this.region = region;
    }

    @Override
    public com.oracle.bmc.Region getRegion() {
        return region;
    }

    @Override
    public String getKeyId() {
        return provider.getKeyId();
    }

    @Override
    public java.io.InputStream getPrivateKey() {
        return provider.getPrivateKey();
    }

    @Override
    public String getPassPhrase() {
        return provider.getPassPhrase();
    }

    @Override
    public char[] getPassphraseCharacters() {
        return provider.getPassphraseCharacters();
    }
}

final class OciProviderBadFirst {
    private OciProviderBadFirst() {}

    /** Principal on OCI, session token (oci session authenticate) on this machine. */
    static BasicAuthenticationDetailsProvider choose() {
        // The provider of OKE comes with oci-java-sdk-addons-oke-workload-identity.
        if (has("KUBERNETES_SERVICE_HOST") && !has("OCI_RESOURCE_PRINCIPAL_RPST")) {
            return OkeWorkloadIdentityAuthenticationDetailsProvider.builder().build();
        }
        if (has("OCI_RESOURCE_PRINCIPAL_VERSION")) {
            return ResourcePrincipalAuthenticationDetailsProvider.builder().build();
        }
        if (has("OCI_USE_INSTANCE_PRINCIPAL")) {
            return InstancePrincipalsAuthenticationDetailsProvider.builder().build();
        }
        String profile = has("OCI_CLI_PROFILE") ? System.getenv("OCI_CLI_PROFILE") : "FIRST";
        try {
            return new SessionTokenAuthenticationDetailsProvider(profile);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean has(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}

final class OciProviderBadOciOtherSecond {
    private OciProviderBadOciOtherSecond() {}

    /** Principal on OCI, session token (oci session authenticate) on this machine. */
    static BasicAuthenticationDetailsProvider choose() {
        // The provider of OKE comes with oci-java-sdk-addons-oke-workload-identity.
        if (has("KUBERNETES_SERVICE_HOST") && !has("OCI_RESOURCE_PRINCIPAL_RPST")) {
            return OkeWorkloadIdentityAuthenticationDetailsProvider.builder().build();
        }
        if (has("OCI_RESOURCE_PRINCIPAL_VERSION")) {
            return ResourcePrincipalAuthenticationDetailsProvider.builder().build();
        }
        if (has("OCI_USE_INSTANCE_PRINCIPAL")) {
            return InstancePrincipalsAuthenticationDetailsProvider.builder().build();
        }
        String profile = has("OCI_CLI_PROFILE") ? System.getenv("OCI_CLI_PROFILE") : "SECOND";
        try {
            return new SessionTokenAuthenticationDetailsProvider("~/.oci/other", profile);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean has(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }
}
