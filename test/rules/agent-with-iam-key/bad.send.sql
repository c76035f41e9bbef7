begin
  dbms_cloud.create_credential(
    credential_name => 'GENAI_CRED',
    user_ocid       => '&user_ocid',
    tenancy_ocid    => '&tenancy_ocid',
    private_key     => '&private_key',
    fingerprint     => '&fingerprint');
end;
/

select dbms_cloud.get_response_text(
         dbms_cloud.send_request( -- <- agent-with-iam-key
           credential_name => 'genai_cred',
           uri => 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints',
           method => 'GET'))
from dual;
