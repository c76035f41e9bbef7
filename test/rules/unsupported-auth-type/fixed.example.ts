import { createOCI } from '@acedergren/oci-genai-provider';

export const oci = createOCI({ auth: 'instance_principal', region: 'us-chicago-1' });
