begin
  dbms_cloud.create_credential(credential_name => 'STORE', username => 'me@example.com', password => '&auth_token');
  dbms_cloud_admin.enable_resource_principal();
end;
/

declare
  l_response dbms_cloud_types.resp;
  l_name varchar2(128) := 'OCI$RESOURCE_PRINCIPAL';
begin
  for one in (select endpoint, credential from agents) loop
    l_response := dbms_cloud.send_request(one.credential, 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/' || one.endpoint, 'GET');
    l_response := dbms_cloud.send_request(l_name, 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/' || one.endpoint, 'GET');
    l_response := dbms_cloud.send_request('STORE', 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agentEndpoints/' || one.endpoint, 'GET');
  end loop;
end;
/
