package demo;

import java.io.IOException;

import com.oracle.bmc.auth.*;
import com.oracle.bmc.generativeaiinference.GenerativeAiInference;
import com.oracle.bmc.generativeaiinference.GenerativeAiInferenceClient;

public class Caught {
	private final GenerativeAiInference client;

	public Caught(String profile) {
		try {
			ConfigFileAuthenticationDetailsProvider provider = new ConfigFileAuthenticationDetailsProvider(profile); // <- workload-with-iam-key
			this.client = new GenerativeAiInferenceClient(provider);
		} catch (IOException e) {
			throw new RuntimeException(e);
		}
	}
}
