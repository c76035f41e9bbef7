// What node-fetch wants of whatwg-url stands in Node.
export { URL, URLSearchParams } from 'node:url';
