package io.github.artifactpublisher.outputs;

import io.github.artifactpublisher.glob.GlobSegment;
import io.github.artifactpublisher.glob.RelativePath;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of files and folders in which tools keep secrets, in any case. */
final class SecretNames {
    private static final Set<String> FOLDERS =
            Set.of(".aws", ".azure", ".docker", ".gcloud", ".gnupg", ".kube", ".password-store", ".ssh");

    private static final List<GlobSegment> FILES = List.of(
                    // variables for programs
                    ".env",
                    ".env.*",
                    "*.env",
                    ".envrc",
                    // keys and stores of keys
                    "*.bks",
                    "*.jks",
                    "*.kdbx",
                    "*.key",
                    "*.keystore",
                    "*.p12",
                    "*.pem",
                    "*.pfx",
                    "*.pkcs12",
                    "*.ppk",
                    "id_dsa",
                    "id_ecdsa",
                    "id_ecdsa_sk",
                    "id_ed25519",
                    "id_ed25519_sk",
                    "id_rsa",
                    "secring.gpg",
                    // registries, hosts and databases
                    ".dockercfg",
                    ".git-credentials",
                    ".htpasswd",
                    ".my.cnf",
                    ".netrc",
                    "_netrc",
                    ".npmrc",
                    ".pgpass",
                    ".pypirc",
                    ".yarnrc.yml",
                    "kubeconfig",
                    "settings-security.xml",
                    "settings.xml",
                    // clouds
                    ".boto",
                    ".s3cfg",
                    ".terraformrc",
                    ".vault-token",
                    "accesskeys.csv",
                    "application_default_credentials.json",
                    "credentials",
                    "credentials.csv",
                    "credentials.json",
                    "credentials.toml",
                    "credentials.xml",
                    "gha-creds-*.json",
                    "terraform.rc",
                    "*.tfstate",
                    "*.tfstate.backup")
            .stream()
            .map(GlobSegment::inAnyCase)
            .toList();

    private SecretNames() {}

    /** The number of names of a path that lead to a folder of secrets, or to a file that looks like a secret. */
    static OptionalInt length(RelativePath path) {
        List<String> names = path.names();
        OptionalInt folder = IntStream.range(1, names.size())
                .filter(length -> FOLDERS.contains(names.get(length - 1).toLowerCase(Locale.ROOT)))
                .findFirst();
        if (folder.isPresent() || FILES.stream().noneMatch(file -> file.matches(path.last()))) {
            return folder;
        }
        return OptionalInt.of(names.size());
    }
}
