import { identityEntries } from '../kubernetes';
import type { DeploymentPiece, ServiceAccount } from './piece';

export const serviceAccount = (region: string, { namespace, name }: ServiceAccount): DeploymentPiece => ({
  title: 'The policy names this namespace and service account',
  file: 'k8s/genai-caller.yaml',
  text: `apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  namespace: ${namespace}
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: genai-caller
  namespace: ${namespace}
spec:
  selector:
    matchLabels:
      app: genai-caller
  template:
    metadata:
      labels:
        app: genai-caller
    spec:
      serviceAccountName: ${name}
      automountServiceAccountToken: true
      containers:
        - name: app
          image: <image>
          env:
${identityEntries(region, ' '.repeat(12)).join('\n')}
`,
});
