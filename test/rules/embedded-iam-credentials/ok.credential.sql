begin
  dbms_cloud.create_credential(
    credential_name => 'GENAI',
    user_ocid => '<user ocid>',
    tenancy_ocid => 'ocid1.tenancy.oc1..<unique>',
    private_key => '&private_key',
    fingerprint => '&fingerprint');
  dbms_cloud.create_credential(credential_name => 'STORE', username => 'me@example.com', password => '&auth_token');
end;
/
