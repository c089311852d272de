"""belenios-tool 2.0 as an independent oracle: a separate program, spoken to through files and its exit code only."""

import os
import subprocess
from pathlib import Path

GROUP = ["--group", "BELENIOS-2048"]


class Oracle:
    """belenios-tool working in one folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder

    def run(self, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["belenios-tool", *words],
            cwd=self.folder,
            input=stdin,
            capture_output=True,
            check=False,
            env=os.environ | {"BELENIOS_USE_URANDOM": "1"},
        )

    def ask(self, *words: str, stdin: bytes = b"") -> bytes:
        """What it prints; a failure fails the test with its message."""
        done = self.run(*words, stdin=stdin)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    def accepts(self) -> bool:
        """Whether `election verify` accepts the one archive in the folder."""
        return self.run("election", "verify").returncode == 0

    def accepts_archive(self, uuid: str, data: bytes) -> bool:
        (self.folder / f"{uuid}.bel").write_bytes(data)
        return self.accepts()

    def add_event(self, type_: str, stdin: bytes = b"") -> None:
        self.ask("archive", "add-event", f"--type={type_}", stdin=stdin)

    def write(self, name: str, data: bytes | str) -> Path:
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def only(self, pattern: str) -> Path:
        (path,) = self.folder.glob(pattern)
        return path

    def new_uuid(self) -> str:
        return self.ask("setup", "generate-token").decode().strip()

    def make_credentials(self, uuid: str, count: int) -> list[str]:
        """Private credentials in order; public_creds.json is left in the folder."""
        self.ask("setup", "generate-credentials", "--uuid", uuid, *GROUP, "--count", str(count))
        self.only("*.pubcreds").rename(self.folder / "public_creds.json")
        return [line.split()[1] for line in self.only("*.privcreds").read_text().splitlines()]

    def make_trustees(self, singles: int) -> None:
        """Single keys, and trustees.json from them and from threshold.json if there is one."""
        for _ in range(singles):
            self.ask("setup", "generate-trustee-key", *GROUP)
        keys = b"".join(path.read_bytes() for path in sorted(self.folder.glob("*.pubkey")))
        self.write("public_keys.jsons", keys)
        self.ask("setup", "make-trustees")

    def make_threshold(self, number: int, threshold: int) -> None:
        """A whole Pedersen ceremony; leaves threshold.json, *.key and *.dkey."""
        step = ["setup", "generate-trustee-key-threshold", *GROUP]
        for _ in range(number):
            self.ask(*step, "--step", "1")
        certificates = sorted(self.folder.glob("*.cert"))
        self.write("certs.jsons", b"".join(path.read_bytes() for path in certificates))
        keys = [path.with_suffix(".key").name for path in certificates]
        with_certs = [*step, "--certs", "certs.jsons"]
        polynomials = [
            self.ask(*with_certs, "--key", key, "--step", "3", "--threshold", str(threshold)) for key in keys
        ]
        self.write("polynomials.jsons", b"".join(polynomials))
        self.ask(*with_certs, "--step", "4", "--polynomials", "polynomials.jsons")
        outputs = b""
        for key in keys:
            received = (self.folder / key).with_suffix(".vinput").read_bytes()
            outputs += self.ask(*with_certs, "--key", key, "--step", "5", stdin=received)
        parameters = self.ask(*with_certs, "--step", "6", "--polynomials", "polynomials.jsons", stdin=outputs)
        self.write("threshold.json", parameters)

    def open_election(self, uuid: str, template: bytes) -> None:
        """election.json and the archive with its first event."""
        self.write("template.json", template)
        self.ask("setup", "make-election", "--uuid", uuid, *GROUP, "--template", "template.json")
        self.ask("archive", "init")
        for name in ("election.json", "trustees.json", "public_creds.json", "threshold.json"):
            (self.folder / name).unlink(missing_ok=True)

    def make_ballot(self, credential: str, choices: str) -> bytes:
        self.write("credential", credential)
        self.write("choices", choices)
        return self.ask("election", "generate-ballot", "--privcred", "credential", "--ballot", "choices").strip()

    def close_and_tally(self) -> None:
        self.add_event("EndBallots")
        self.add_event("EncryptedTally", self.ask("election", "compute-encrypted-tally"))

    def decrypt_single(self, key: str, owner: int) -> bytes:
        return self.ask("election", "decrypt", "--privkey", key, "--trustee-id", str(owner))

    def decrypt_threshold(self, key: str, decryption_key: str, owner: int) -> bytes:
        words = ("--key", key, "--decryption-key", decryption_key, "--trustee-id", str(owner))
        return self.ask("election", "decrypt-threshold", *words)
