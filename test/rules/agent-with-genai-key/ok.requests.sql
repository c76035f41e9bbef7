-- utl_http.set_header(r, 'Authorization', 'Bearer sk-…') is what the agent runtime refuses
create or replace package body assistant as
  g_host constant varchar2(200) := 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com';
  g_inference constant varchar2(200) := 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/chat/completions';

  function complete(p_api_key in varchar2) return clob is
  begin
    apex_web_service.g_request_headers.delete();
    apex_web_service.g_request_headers(1).name := 'Authorization';
    apex_web_service.g_request_headers(1).value := 'Bearer ' || p_api_key;
    return apex_web_service.make_rest_request(p_url => g_inference, p_http_method => 'POST', p_body => '{}');
  end complete;

  function signed(p_endpoint in varchar2) return clob is
  begin
    apex_web_service.g_request_headers.delete();
    return apex_web_service.make_rest_request(
      p_url => g_host || '/20240531/agentEndpoints/' || p_endpoint || '/sessions',
      p_http_method => 'POST',
      p_credential_static_id => 'OCI_API');
  end signed;

  function other(p_api_key in varchar2) return clob is
    l_request utl_http.req;
    l_response utl_http.resp;
  begin
    l_request := utl_http.begin_request('https://api.openai.com/v1/chat/completions', 'POST');
    utl_http.set_header(l_request, 'Authorization', 'Bearer ' || p_api_key);
    l_response := utl_http.get_response(l_request);
    return null;
  end other;

  procedure sent is
    l_response dbms_cloud_types.resp;
  begin
    l_response := dbms_cloud.send_request(
      credential_name => 'OCI$RESOURCE_PRINCIPAL',
      uri => g_host || '/20240531/agentEndpoints',
      method => dbms_cloud.method_get);
    insert into calls (is_ok, note, "Authorization") values (1, 'Bearer of ' || user, q'[it's]');
  end sent;
end assistant;
/
