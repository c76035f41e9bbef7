using System.IO;

var token = File.ReadAllText(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile) + "/.oci/sessions/DEFAULT/token");
using var reader = new StreamReader(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile) + @"/.oci/sessions/DEFAULT/token");
