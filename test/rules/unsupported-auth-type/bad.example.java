import com.oracle.genai.openai.OciOpenAI;

class AuthTypes {
  void make() throws Exception {
    OciOpenAI.builder().authType("Security_Token").compartmentId("c").region("us-chicago-1").build(); // <- unsupported-auth-type
    OciOpenAI.builder().authType("instance_principal").compartmentId("c").region("us-chicago-1").build();
  }
}
