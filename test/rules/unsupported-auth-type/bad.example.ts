import { createOCI } from '@acedergren/oci-genai-provider';

export const oci = createOCI({ auth: 'instance-principal', region: 'us-chicago-1' }); // <- unsupported-auth-type
