declare
  l_url      varchar2(400) := 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com' || '/20231130/actions/chat';
  l_api_key  varchar2(200);
  l_request  utl_http.req;
  l_response utl_http.resp;
begin
  select value into l_api_key from settings where name = 'genai';
  l_request := utl_http.begin_request(url => l_url, method => 'POST');
  utl_http.set_header(r => l_request, name => 'Authorization', value => 'Bearer ' || l_api_key);
  l_response := utl_http.get_response(r => l_request); -- <- native-api-with-genai-key
end;
/
