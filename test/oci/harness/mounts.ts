/** What a program finds in places that belong to the machine. */
export interface Mounts {
  /** Java and Go ask it, not `HOME`, where the home directory is. */
  readonly passwd: string;
  /** The files of a pod's service account. */
  readonly serviceAccount?: { readonly token: string; readonly ca: string };
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/** Starts a program in a mount namespace of its own; the machine itself stays as it is. */
export function inOwnMounts(argv: readonly string[], { passwd, serviceAccount }: Mounts): string[] {
  const script = [
    `mount --bind '${passwd}' /etc/passwd`,
    ...(serviceAccount
      ? [
          'mount -t tmpfs tmpfs /var/run',
          `mkdir -p ${SERVICE_ACCOUNT}`,
          `cp '${serviceAccount.token}' ${SERVICE_ACCOUNT}/token`,
          `cp '${serviceAccount.ca}' ${SERVICE_ACCOUNT}/ca.crt`,
        ]
      : []),
    'exec "$@"',
  ].join(' && ');
  return ['unshare', '-m', 'sh', '-c', script, 'sh', ...argv];
}
