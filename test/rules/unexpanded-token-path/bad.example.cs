using System.IO;

var token = File.ReadAllText("~/.oci/sessions/DEFAULT/token"); // <- unexpanded-token-path
using var reader = new StreamReader(@"~/.oci/sessions/DEFAULT/token"); // <- unexpanded-token-path
