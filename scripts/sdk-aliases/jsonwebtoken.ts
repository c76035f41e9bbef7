// The SDK only decodes tokens, through the default export: it never signs or verifies one.
export default { decode };

function decode(token: string, { complete = false } = {}): unknown {
  const [header, payload, signature] = token.split('.').map((part, index) => (index < 2 ? objectIn(part) : part));
  if (!payload) return null;
  return complete ? { header, payload, signature } : payload;
}

function objectIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
