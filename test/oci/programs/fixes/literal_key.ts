import OpenAI from 'openai';

const baseURL = 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1';

async function main(): Promise<void> {
  const client = new OpenAI({ baseURL, apiKey: 'sk-of-the-local-oci' });
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  const answer = await client.chat.completions.create({ model: 'openai.gpt-oss-120b', messages });
  console.log(answer.choices.length);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
