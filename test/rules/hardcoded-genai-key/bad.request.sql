begin
  apex_web_service.set_request_headers(p_name_01 => 'Authorization', p_value_01 => 'Bearer {{SK}}'); -- <- hardcoded-genai-key
  :answer := apex_web_service.make_rest_request(p_url => 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1/chat/completions', p_http_method => 'POST');
end;
/
