import { yamlScalar } from '../../knowledge/code';
import type { DeploymentPiece, ServiceAccount } from './piece';

/** OCI_RESOURCE_PRINCIPAL_*: what the SDKs' workload signers read (oke_workload_identity_resource_principal_signer.py). */
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
            - name: OCI_RESOURCE_PRINCIPAL_VERSION
              value: "2.2"
            - name: OCI_RESOURCE_PRINCIPAL_REGION
              value: ${yamlScalar(region)}
`,
});
