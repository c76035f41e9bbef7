/** Providers that oci-common (`lib/auth`), oci-java-sdk 3 (`com.oracle.bmc.auth`) and oci-dotnet-sdk 134 name alike. */
export const KEY_PROVIDER = 'ConfigFileAuthenticationDetailsProvider';
export const INLINE_PROVIDER = 'SimpleAuthenticationDetailsProvider';

/** That of a session in Java and .NET. */
export const SESSION_PROVIDER = 'SessionTokenAuthenticationDetailsProvider';
