/**
 * How requests are signed that know nothing of `auth=` as `requests` means it. A signer (oci 2.189 `oci/signer.py`) reads
 * `method`, `url`, `path_url`, `headers` and `body` of what it is called with, and adds to its headers; the length of
 * bytes it leaves to the caller.
 */

/** Functions that a repair adds, each told the signer where it is called. */
export const URLLIB_SIGNED = 'oci_signed';
export const AIOHTTP_SIGNED = 'oci_middleware';

/** What the functions need, as the file calls it. */
export interface PythonSigning {
  readonly name: string;
  readonly namespace: string;
  readonly unit: string;
}

/** `urllib.request.Request`: names of headers are kept as `Authorization`, a `selector` is a path with its query. */
export const urllibSignedOf = ({ name, namespace, unit }: PythonSigning, request: string): string =>
  [
    `def ${name}(request, signer):`,
    `${unit}"""The request with a signature of OCI's signer in place of an Authorization header."""`,
    `${unit}headers = {name.lower(): value for name, value in request.header_items() if name != "Authorization"}`,
    `${unit}if request.data:`,
    `${unit}${unit}headers["content-length"] = str(len(request.data))`,
    `${unit}unsigned = ${namespace}(`,
    `${unit}${unit}method=request.get_method(),`,
    `${unit}${unit}url=request.full_url,`,
    `${unit}${unit}path_url=request.selector,`,
    `${unit}${unit}headers=headers,`,
    `${unit}${unit}body=request.data,`,
    `${unit})`,
    `${unit}signer(unsigned)`,
    `${unit}return ${request}(request.full_url, request.data, headers, method=unsigned.method)`,
  ].join('\n');

/** aiohttp 3.12 and later: a client middleware gets the request as it is sent (docs.aiohttp.org, Client Middleware). */
export const aiohttpSignedOf = ({ name, namespace, unit }: PythonSigning, asyncio: string): string =>
  [
    `def ${name}(signer):`,
    `${unit}"""Sends what aiohttp made ready, with a signature of OCI's signer in place of an Authorization header."""`,
    '',
    `${unit}async def sign(request, handler):`,
    `${unit}${unit}request.headers.pop("Authorization", None)`,
    `${unit}${unit}unsigned = ${namespace}(`,
    `${unit}${unit}${unit}method=request.method,`,
    `${unit}${unit}${unit}url=str(request.url),`,
    `${unit}${unit}${unit}path_url=request.url.raw_path_qs,`,
    `${unit}${unit}${unit}headers=request.headers,`,
    `${unit}${unit}${unit}body=await request.body.as_bytes() if request.body else None,`,
    `${unit}${unit})`,
    `${unit}${unit}await ${asyncio}.to_thread(signer, unsigned)`,
    `${unit}${unit}return await handler(request)`,
    '',
    `${unit}return sign`,
  ].join('\n');
