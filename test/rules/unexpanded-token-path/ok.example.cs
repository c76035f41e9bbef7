using System.IO;

var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
var token = File.ReadAllText(Path.Combine(home, ".oci/sessions/DEFAULT/token"));
Console.WriteLine("Tokens lie in ~/.oci/sessions/DEFAULT/token");
