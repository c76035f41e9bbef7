import okhttp3.Request;

class Hosted {
  Request request() {
    String host = "https://inference.generativeai.us-chicago-1.oci.oraclecloud.com";
    return new Request.Builder() // <- hosted-application-with-genai-key
        .url(host + "/20251112/hostedApplicationsIam/ocid1.x/actions/invoke/run")
        .header("Authorization", "Bearer " + System.getenv("OCI_GENAI_API_KEY"))
        .build();
  }
}
