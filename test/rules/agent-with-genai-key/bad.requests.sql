set define off
create or replace package body assistant as
  g_host constant varchar2(200) := 'https://agent-runtime.generativeai.us-chicago-1.oci.oraclecloud.com';

  function opened(p_endpoint in varchar2, p_api_key in varchar2) return clob is
    l_request  UTL_HTTP.REQ;
    l_response utl_http.resp;
  begin
    l_request := UTL_HTTP.BEGIN_REQUEST(g_host || '/20240531/agentEndpoints/' || p_endpoint || '/sessions', 'POST', 'HTTP/1.1');
    utl_http.set_header(l_request, 'Content-Type', 'application/json');
    utl_http.set_header(l_request, 'Authorization', 'Bearer ' || p_api_key);
    utl_http.write_text(l_request, '{"displayName": "from PL/SQL"}');
    l_response := utl_http.get_response(l_request); -- <- agent-with-genai-key
    return null;
  exception
    when others then
      utl_http.end_response(l_response);
      raise;
  end opened;

  procedure chat(p_endpoint in varchar2, p_genai_key in varchar2) is
    l_answer clob;
  begin
    apex_web_service.g_request_headers.delete();
    apex_web_service.g_request_headers(1).name := 'Content-Type';
    apex_web_service.g_request_headers(1).value := 'application/json';
    apex_web_service.g_request_headers(2).name := 'Authorization';
    apex_web_service.g_request_headers(2).value := 'Bearer ' || p_genai_key;
    l_answer := apex_web_service.make_rest_request( -- <- agent-with-genai-key
      p_url         => g_host || '/20240531/agentEndpoints/' || p_endpoint || '/actions/chat',
      p_http_method => 'POST',
      p_body        => '{}');
    apex_web_service.set_request_headers(
      p_name_01 => 'Content-Type', p_value_01 => 'application/json',
      p_name_02 => 'Authorization', p_value_02 => 'Bearer ' || p_genai_key,
      p_reset => true);
    if p_endpoint is not null then
      l_answer := APEX_240200.APEX_WEB_SERVICE.MAKE_REST_REQUEST(p_url => g_host || '/20240531/agentEndpoints', p_http_method => 'GET'); -- <- agent-with-genai-key
    end if;
  end chat;
end assistant;
/

declare
  l_response dbms_cloud_types.resp;
  l_genai_api_key varchar2(200);
begin
  l_response := DBMS_CLOUD.SEND_REQUEST( -- <- agent-with-genai-key
    credential_name => null,
    uri => 'https://agent.generativeai.us-chicago-1.oci.oraclecloud.com/20240531/agents',
    method => DBMS_CLOUD.METHOD_GET,
    headers => json_object('Authorization' value 'Bearer ' || l_genai_api_key));
end;
/
