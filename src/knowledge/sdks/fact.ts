import type { Method } from '../method';
import type { Plane } from '../plane';

/**
 * Where an argument stands: by keyword (any of the names), by position from 0, or both. `a.b` is field `b` of the record
 * given as `a`.
 */
export interface ArgRef {
  readonly name?: string | readonly string[];
  readonly at?: number;
  /** The position where nothing stands at `at`: `(profile)` beside `(file, profile)`. */
  readonly or?: number;
  /** The position counts only where something stands at this one too. */
  readonly with?: number;
}

/** A string argument that chooses the method. Values are compared exactly: the SDKs do too. */
export interface MethodChoice {
  readonly arg: ArgRef;
  readonly values: Readonly<Record<string, Method>>;
  /** The method when the argument is absent. */
  readonly default?: Method;
  /** The environment variable that stands in for the argument; where nothing sets it, the default counts. */
  readonly variable?: string;
  /** Written in any case (`ApiKey`, `apikey`); false for nearly all. */
  readonly ignoreCase?: boolean;
}

/**
 * One way for a client to get its credential. A client lists them in the SDK's order of precedence: the first whose
 * argument is given decides.
 */
export type AuthRule =
  /** A signer, provider or auth object. `None`/`null` given explicitly means no signature at all. */
  | { readonly as: 'signer'; readonly arg: ArgRef }
  /** A config: a record with identity fields or the result of a config-file reader. An empty one decides nothing. */
  | { readonly as: 'config'; readonly arg: ArgRef }
  /** A ready client or transport that brings its own authentication; its credential, where known, is found in it. */
  | { readonly as: 'transport'; readonly arg: ArgRef }
  /** A bearer key. */
  | { readonly as: 'key'; readonly arg: ArgRef }
  /** A record of HTTP headers; `Authorization: Bearer …` is a bearer key, `Signature …` is signed. */
  | { readonly as: 'headers'; readonly arg: ArgRef }
  /** The method is named by a string. */
  | { readonly as: 'choice'; readonly choice: MethodChoice }
  /** A record whose entries are read as if they were arguments of the call (`client_params`). */
  | { readonly as: 'nested'; readonly arg: ArgRef; readonly rules: readonly AuthRule[] }
  /** The user's identity as separate arguments (`oci_user`, `oci_fingerprint`): any of them given is the IAM key. */
  | { readonly as: 'identity'; readonly args: readonly ArgRef[] };

/** Which plane a client or call reaches. */
export type PlaneRule =
  | { readonly plane: Plane }
  /** By a word that stands as an argument (`oci generative-ai-agent …`), or by the URL given to a raw request. */
  | {
      readonly words: Readonly<Record<string, Plane>>;
      readonly arg: ArgRef;
      readonly url: ArgRef;
      readonly otherwise?: Plane;
    }
  /** By URL; where no URL is given or it is no OCI host: `otherwise`, or nothing to say. */
  | { readonly url: readonly ArgRef[]; readonly otherwise?: Plane }
  /** By the prefix of a string argument (`oci/…` model names). */
  | { readonly prefix: string; readonly arg: ArgRef; readonly plane: Plane };

export interface CredentialFact {
  readonly kind: 'credential';
  readonly method: Method | MethodChoice;
  /** Reads a config file: the profile and file arguments. */
  readonly profile?: ArgRef;
  readonly file?: ArgRef;
  /** The provider is only ready after `await`. */
  readonly async?: boolean;
  /** The identity is given in the arguments themselves (`Signer(tenancy, user, …)`), not read from a file. */
  readonly inline?: boolean;
}

export interface ClientFact {
  readonly kind: 'client';
  readonly reach: PlaneRule;
  readonly auth: readonly AuthRule[];
  /** The method when no rule decides; absent when then nothing is known. */
  readonly fallback?: Method;
  /** The argument that takes an endpoint to which the SDK appends its versioned path. */
  readonly endpoint?: ArgRef;
  /** The operation, for calls that are one request. */
  readonly operation?: string;
}

/** Keeps some arguments as fields and has members that are calls of their own: `requests.Session().post`. */
export interface HolderFact {
  readonly kind: 'holder';
  /** field → the argument that sets it (`auth`, `headers`, `base_url`). */
  readonly fields: Readonly<Record<string, ArgRef>>;
  /** Calls on it. Their arguments win over the holder's fields of the same name. */
  readonly members?: Readonly<Record<string, ClientFact>>;
}

export type Makes =
  | CredentialFact
  | ClientFact
  | HolderFact
  /** The value of an argument, unchanged for our purposes (`str`, `dict`, `os.path.expanduser`). */
  | { readonly kind: 'pass'; readonly arg: ArgRef /** It is one of the items of a list. */; readonly items?: boolean }
  /** A text with `%s` or `{}` in the places of the arguments that follow it. */
  | { readonly kind: 'format'; readonly arg: ArgRef }
  /** A text made of several arguments; of one alone, its value unchanged. */
  | { readonly kind: 'text'; readonly args: readonly ArgRef[]; readonly by: string }
  /** The value of an environment variable. */
  | { readonly kind: 'env'; readonly arg: ArgRef; readonly fallback?: ArgRef }
  /** A file that a path names, or its text (`open`, `readFileSync`). */
  | { readonly kind: 'file'; readonly arg: ArgRef; readonly async?: boolean }
  /** What a reader of data makes of a file, its text or its path (`yaml.safe_load`); `file` is read where none is named. */
  | { readonly kind: 'parsed'; readonly arg: ArgRef; readonly file?: string }
  /** The entry under a key (`a.b`, `a:b`, `${a.b:fallback}`) of the first of these files that there is. */
  | { readonly kind: 'lookup'; readonly arg: ArgRef; readonly files: readonly string[] }
  /** What the first of these files holds (`st.secrets`). */
  | { readonly kind: 'table'; readonly files: readonly string[] }
  /** A record of environment variables (`os.environ`, `process.env`): its members and elements are variables. */
  | { readonly kind: 'environment' }
  /** The items of a list and what is put behind them (`append(list, item)`). */
  | { readonly kind: 'append' }
  /** A record: named arguments are its fields, positional ones are spread into it (`dict`). */
  | { readonly kind: 'record' /** The arguments are keys and values by turns. */; readonly pairs?: boolean }
  /** A list of its arguments. */
  | { readonly kind: 'list' }
  /** An annotation: what the function gives is what a container hands to parameters of that type. */
  | { readonly kind: 'provides' }
  /** The module that a literal argument names (`require('m')`, `import('m')`). */
  | { readonly kind: 'module'; readonly arg: ArgRef; readonly async?: boolean }
  /** Registers what an argument is, or makes, for its type argument; `homes` are the classes where programs do so. */
  | { readonly kind: 'registration'; readonly arg: ArgRef; readonly homes: readonly string[] }
  /** What is registered for its type argument. */
  | { readonly kind: 'registered' }
  /** What a function gives that is run with the arguments behind it (`asyncio.to_thread(f, x)`). */
  | { readonly kind: 'runs'; readonly at: number }
  /** The member of an object that a text names (`getattr(module, "X")`). */
  | { readonly kind: 'member'; readonly object: ArgRef; readonly name: ArgRef }
  /** A function with some arguments already given (`functools.partial`). */
  | { readonly kind: 'partial' };

export interface SymbolFact {
  /** Packages that export it; a path matches when it is in one of them. Empty string: a builtin. */
  readonly in: readonly string[];
  /** Last segments of the path (`from_file`, `Signer.from_config`); any of them. */
  readonly names: readonly string[];
  /** Or any last segment that ends so (`Client`). Exact names win over endings. */
  readonly endsWith?: string;
  /** With `endsWith`: the package's last segment ends so (`Service` of `Oci.DnsService`). */
  readonly packageEndsWith?: string;
  /** Or any last segment that holds this (`-OCIGenerativeaiagent` in the names of cmdlets). */
  readonly holds?: string;
  readonly makes: Makes;
  /** `X.builder()….build()` makes it too: builder methods are named arguments, arguments of `build` positional ones. */
  readonly builder?: boolean;
  /** Methods that set an entry of a field, by key and value (`header("A", v)`), and give the object back. */
  readonly pairs?: Readonly<Record<string, string>>;
  /** Methods that set a field and give the object back. */
  readonly sets?: Readonly<Record<string, string>>;
  /** Also the default export of its packages, and the package itself where CommonJS loads it. */
  readonly isDefault?: boolean;
  /** A method that any object may have (an extension method); where nothing tells the object, the name decides. */
  readonly extension?: boolean;
  /** Why we believe it. */
  readonly source: string;
}

export interface Sdk {
  readonly id: string;
  readonly languages: readonly string[];
  /** Programs write its names in any case. */
  readonly ignoreCase?: boolean;
  readonly facts: readonly SymbolFact[];
}
