import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

class Tokens {
  String token() throws Exception {
    return Files.readString(Path.of(System.getProperty("user.home") + "/.oci/sessions/DEFAULT/token"));
  }

  byte[] bytes() throws Exception {
    return Files.readAllBytes(Paths.get(System.getProperty("user.home") + "/.oci/sessions/DEFAULT/token"));
  }

  Path known() {
    return Path.of(System.getProperty("user.home"), ".oci/sessions/DEFAULT/token");
  }
}
