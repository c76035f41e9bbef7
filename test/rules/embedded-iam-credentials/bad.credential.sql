begin
  dbms_cloud.create_credential(
    credential_name => 'GENAI',
    user_ocid => '{{USER_OCID}}',
    tenancy_ocid => '{{TENANCY_OCID}}',
    private_key => '&private_key',
    fingerprint => '{{FINGERPRINT}}'); -- <- embedded-iam-credentials
end;
/

declare
  jo json_object_t := json_object_t();
begin
  jo.put('user_ocid', '{{USER_OCID}}');
  jo.put('tenancy_ocid', '{{TENANCY_OCID}}');
  jo.put('compartment_ocid', '&compartment');
  jo.put('private_key', '&private_key');
  jo.put('fingerprint', '{{FINGERPRINT}}'); -- <- embedded-iam-credentials
  dbms_vector.create_credential(credential_name => 'VECTOR', params => json(jo.to_string));
end;
/
