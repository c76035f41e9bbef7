import OpenAI from 'openai';

const client = new OpenAI({
  baseURL: 'https://inference.generativeai.us-chicago-1.oci.oraclecloud.com/openai/v1',
  apiKey: 'not-used',
  maxRetries: 0,
});

async function main(): Promise<void> {
  const { choices } = await client.chat.completions.create({
    model: 'xai.grok-4',
    messages: [{ role: 'user', content: 'Hello' }],
  });
  console.log(choices[0]?.message.content);
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
